package org.ascentrl.app;

import java.text.DecimalFormat;
import java.time.Duration;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarStyle;
import org.ascentrl.training.Outcome;
import org.ascentrl.training.TrainingContext;
import org.ascentrl.training.UpdateReport;
import org.jspecify.annotations.Nullable;

/** A bar with steps, speed and time left, drawn anew several times a second. It fits into 80 columns. */
final class ProgressBarDisplay implements ProgressDisplay {

    private static final int UPDATE_MILLIS = 250;

    private final ProgressBarConsumer screen;
    private @Nullable ProgressBar bar;

    ProgressBarDisplay(ProgressBarConsumer screen) {
        this.screen = screen;
    }

    /** On standard error, as bars are; results alone go to standard output. */
    static ProgressBarConsumer console() {
        return new ConsoleProgressBarConsumer(System.err);
    }

    @Override
    public void started(TrainingContext training) {
        bar = ProgressBar.builder()
                .setTaskName("training")
                .setInitialMax(training.progress().budget())
                .startsFrom(training.progress().steps(), Duration.ZERO)
                .setUnit("", 1)
                .showSpeed(new DecimalFormat("#"))
                .setStyle(ProgressBarStyle.UNICODE_BLOCK)
                .setUpdateIntervalMillis(UPDATE_MILLIS)
                .setConsumer(screen)
                .build();
        show(training);
    }

    @Override
    public void updated(UpdateReport update) {
        show(update.training());
    }

    private void show(TrainingContext training) {
        if (bar != null) {
            bar.stepTo(training.progress().steps());
            bar.setExtraMessage(" " + ProgressDisplay.returnOf(training));
        }
    }

    @Override
    public void ended(Outcome outcome) {
        close();
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }
}
