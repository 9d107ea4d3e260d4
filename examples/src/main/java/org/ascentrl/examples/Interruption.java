package org.ascentrl.examples;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.ascentrl.training.Callback;
import org.ascentrl.training.TrainingContext;

/** Ctrl-C, or SIGTERM: asks training to end, and holds the JVM until the run is closed. */
final class Interruption implements Callback, AutoCloseable {

    private static final long MOST_SECONDS = 60;

    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread hook = new Thread(this::interrupt, "interruption");
    private volatile boolean happened;

    /** One that listens to signals from now on, until it is closed. */
    static Interruption bySignals() {
        Interruption interruption = new Interruption();
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    /** One that never happens. */
    static Interruption never() {
        return new Interruption();
    }

    private Interruption() {}

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

    boolean happened() {
        return happened;
    }

    @Override
    public void updated(TrainingContext context) {
        if (happened) {
            context.requestStop();
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
