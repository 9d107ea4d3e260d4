package org.ascentrl.examples;

import java.text.DecimalFormat;
import java.time.Duration;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarStyle;
import org.ascentrl.training.TrainingContext;
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
    public void started(TrainingContext context) {
        bar = ProgressBar.builder()
                .setTaskName("training")
                .setInitialMax(context.progress().budget())
                .startsFrom(context.progress().steps(), Duration.ZERO)
                .setUnit("", 1)
                .showSpeed(new DecimalFormat("#"))
                .setStyle(ProgressBarStyle.UNICODE_BLOCK)
                .setUpdateIntervalMillis(UPDATE_MILLIS)
                .setConsumer(screen)
                .build();
        updated(context);
    }

    @Override
    public void updated(TrainingContext context) {
        if (bar != null) {
            bar.stepTo(context.progress().steps());
            bar.setExtraMessage(" " + ProgressDisplay.returnOf(context));
        }
    }

    @Override
    public void ended(TrainingContext context) {
        updated(context);
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
