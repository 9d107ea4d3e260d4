package org.ascentrl.archfixture.examples.video;

import org.jcodec.common.model.Picture;

public interface Libraries {

    record OfJCodec(Picture picture) {}
}
