package org.ascentrl.archfixture.env;

import org.jcodec.common.model.Picture;
import picocli.CommandLine;

public interface Libraries {

    record OfPicocli(CommandLine line) {}

    record OfJCodec(Picture picture) {}
}
