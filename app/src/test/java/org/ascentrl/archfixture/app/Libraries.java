package org.ascentrl.archfixture.app;

import me.tongfei.progressbar.ProgressBar;
import picocli.CommandLine;

public interface Libraries {

    record OfPicocli(CommandLine line) {}

    record OfProgressBar(ProgressBar bar) {}
}
