package org.ascentrl.archfixture.env;

import org.jcodec.common.model.Picture;
import org.knowm.xchart.XYChart;
import picocli.CommandLine;

public interface Libraries {

    record OfPicocli(CommandLine line) {}

    record OfJCodec(Picture picture) {}

    record OfXChart(XYChart chart) {}
}
