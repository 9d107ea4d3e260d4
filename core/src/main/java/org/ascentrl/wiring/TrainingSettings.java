package org.ascentrl.wiring;

import java.time.Duration;
import org.ascentrl.settings.Setting;

/** The training loop. */
public record TrainingSettings(
        @Setting(value = "the budget of environment steps, over all slots", min = 1)
        long steps,

        @Setting(value = "environments that run side by side", min = 1, max = 65536)
        int slots,

        @Setting(value = "slots that act together; more than there are means all", min = 1)
        int chunk,

        @Setting("threads that collect, or auto; the results do not depend on it")
        String threads,

        @Setting("whether to stop once the mean return of the last 100 episodes reaches the environment's threshold")
        boolean stopWhenSolved,

        @Setting(value = "environment steps from line to line of metrics.csv; 0 writes one after each update", min = 0)
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

    /** Evaluation on environments of its own, with seeds that training never uses. */
    public record EvaluationSettings(
            @Setting(
                    value =
                            "environment steps between greedy evaluations during training; 0 evaluates at its end alone",
                    min = 0)
            long every,

            @Setting(value = "episodes of an evaluation, greedy and sampled", min = 1, max = 1000000)
            int episodes) {}

    /** Checkpoints, from which a run is resumed. */
    public record CheckpointSettings(
            @Setting(value = "time between checkpoints", min = 0)
            Duration every,

            @Setting(value = "how many of the latest are kept, beside the best", min = 1, max = 1000)
            int keep) {}
}
