package org.ascentrl.archfixture.env;

import me.tongfei.progressbar.ProgressBar;
import org.jcodec.common.model.Picture;
import org.knowm.xchart.XYChart;
import picocli.CommandLine;

public interface Libraries {

    record OfPicocli(CommandLine line) {}

    record OfProgressBar(ProgressBar bar) {}

    record OfJCodec(Picture picture) {}

    record OfXChart(XYChart chart) {}
}
