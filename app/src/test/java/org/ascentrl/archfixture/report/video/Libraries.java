package org.ascentrl.archfixture.report.video;

import org.jcodec.common.model.Picture;

public interface Libraries {

    record OfJCodec(Picture picture) {}
}
