package org.ascentrl.wiring;

import java.time.Duration;
import org.ascentrl.settings.Setting;

/** Settings of the training loop. */
public record TrainingSettings(
        @Setting(value = "total number of environment steps, over all slots", min = 1)
        long steps,

        @Setting(value = "number of environments that run in parallel", min = 1, max = 65536)
        int slots,

        @Setting(value = "number of slots that act together in a batch; at most all of them", min = 1)
        int chunk,

        @Setting(
                "number of threads that collect experience, or auto for one per processor; results do not depend on it")
        String threads,

        @Setting(
                "stop training once the mean return of the last 100 episodes reaches the environment's reward threshold")
        boolean stopWhenSolved,

        @Setting(value = "environment steps between lines of metrics.csv; 0 writes a line after each update", min = 0)
        long metricsEvery,

        EvaluationSettings evaluation,
        CheckpointSettings checkpoint) {

    private static final String AUTO = "auto";

    public TrainingSettings {
        if (!threads.equals(AUTO) && !threads.matches("[1-9][0-9]{0,3}")) {
            throw new IllegalArgumentException(
                    "threads must be auto, or a whole number from 1 to 9999, not " + threads);
        }
    }

    /** The largest number of threads. */
    public int threadCount() {
        return threads.equals(AUTO) ? Runtime.getRuntime().availableProcessors() : Integer.parseInt(threads);
    }

    /** Settings of the evaluation, which has environments of its own and seeds that training never uses. */
    public record EvaluationSettings(
            @Setting(
                    value = "environment steps between greedy evaluations during training; 0 evaluates only at the end",
                    min = 0)
            long every,

            @Setting(value = "number of episodes of each evaluation", min = 1, max = 1000000)
            int episodes) {}

    /** Settings of the checkpoints, from which a run is resumed. */
    public record CheckpointSettings(
            @Setting(value = "time between checkpoints", min = 0)
            Duration every,

            @Setting(value = "number of latest checkpoints to keep, beside the best", min = 1, max = 1000)
            int keep) {}
}
