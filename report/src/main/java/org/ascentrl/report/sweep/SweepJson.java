package org.ascentrl.report.sweep;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.ascentrl.report.sweep.SeedResult.Failed;
import org.ascentrl.report.sweep.SeedResult.Finished;
import org.ascentrl.report.sweep.SeedResult.Score;
import org.ascentrl.report.sweep.SeedResult.Training;
import org.ascentrl.report.sweep.SweepSummary.Estimate;
import org.jspecify.annotations.Nullable;

/** A sweep as a JSON object, with the names of {@code summary.json}. What is not known is null. */
public final class SweepJson {

    private SweepJson() {}

    public static Map<String, @Nullable Object> of(SweepResult sweep, SweepSummary summary) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("settings", sweep.settings());
        object.put("environment", sweep.environment());
        object.put("rewardThreshold", orNull(sweep.rewardThreshold()));
        object.put("failed", summary.failed());
        object.put("solved", summary.solved());
        object.put("medianSolvedAtStep", orNull(summary.medianSolvedAtStep()));
        object.put("greedy", estimate(summary.greedy()));
        object.put("sampled", estimate(summary.sampled()));
        object.put("training", estimate(summary.training()));
        object.put("seeds", sweep.seeds().stream().map(SweepJson::seed).toList());
        return object;
    }

    private static @Nullable Map<String, @Nullable Object> estimate(Optional<Estimate> estimate) {
        return estimate.map(e -> {
                    Map<String, @Nullable Object> object = new LinkedHashMap<>();
                    object.put("interquartileMean", e.interquartileMean());
                    object.put("low95", e.interval().map(i -> i.low()).orElse(null));
                    object.put("high95", e.interval().map(i -> i.high()).orElse(null));
                    object.put("seeds", e.seeds());
                    return object;
                })
                .orElse(null);
    }

    private static Map<String, @Nullable Object> seed(SeedResult result) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("seed", result.seed());
        object.put("run", result.run().toString());
        if (result instanceof Finished run) {
            Training training = run.training();
            object.put("steps", training.steps());
            object.put("episodes", training.episodes());
            object.put("wallSeconds", training.wallSeconds());
            object.put("stepsPerSecond", training.stepsPerSecond());
            object.put("solvedAtStep", orNull(training.solvedAtStep()));
            object.put("bestMeanReturn100", orNull(training.bestMeanReturn100()));
            object.put("finalMeanReturn100", orNull(training.finalMeanReturn100()));
            object.put("evaluation", Map.of("greedy", score(run.greedy()), "sampled", score(run.sampled())));
            object.put("weightsSha256", run.weightsSha256());
        } else {
            object.put("failure", ((Failed) result).message());
        }
        return object;
    }

    private static Map<String, Object> score(Score score) {
        return Map.of("mean", score.mean(), "std", score.deviation(), "episodes", score.episodes());
    }

    private static @Nullable Object orNull(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }

    private static @Nullable Object orNull(OptionalLong value) {
        return value.isPresent() ? value.getAsLong() : null;
    }
}
