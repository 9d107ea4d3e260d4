package org.ascentrl.app;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.ascentrl.training.Listener;
import org.ascentrl.training.TrainingContext;
import org.ascentrl.training.UpdateReport;

/** Stops training on Ctrl-C or SIGTERM, and holds the JVM until it is closed. */
final class Interruption implements Listener, AutoCloseable {

    private static final long MOST_SECONDS = 60;

    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread hook = new Thread(this::interrupt, "interruption");
    private volatile boolean happened;

    /** Listens to signals from now on, until it is closed. */
    Interruption() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void interrupt() {
        happened = true;
        try {
            if (!closed.await(MOST_SECONDS, TimeUnit.SECONDS)) {
                Runtime.getRuntime().halt(1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void started(TrainingContext training) {
        stopIfInterrupted(training);
    }

    @Override
    public void updated(UpdateReport update) {
        stopIfInterrupted(update.training());
    }

    private void stopIfInterrupted(TrainingContext training) {
        if (happened) {
            training.requestStop();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        if (!happened) {
            Runtime.getRuntime().removeShutdownHook(hook);
        }
    }
}
