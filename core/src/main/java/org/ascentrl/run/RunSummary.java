package org.ascentrl.run;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.ascentrl.training.Evaluation;
import org.jspecify.annotations.Nullable;

/**
 * The result of a run that is done: the content of {@code summary.json}.
 *
 * @param environment its id
 * @param rewardThreshold the mean return from which the environment counts as solved, if it has one
 * @param algorithm its name in the settings
 * @param backend the backend that computed, with its version
 * @param seed of the run
 * @param steps environment steps
 * @param episodes that ended in training
 * @param updates of the algorithm
 * @param wallSeconds inside the training loop
 * @param stepsPerSecond environment steps a second inside the training loop
 * @param solvedAtStep the number of steps after which the task was first found solved
 * @param bestMeanReturn100 the highest mean return of 100 training episodes in succession; empty if fewer ended
 * @param finalMeanReturn100 the mean return of the last 100 training episodes; empty if none ended
 * @param greedy the evaluation with the most probable actions
 * @param sampled the evaluation with actions sampled as at the end of training
 * @param weightsSha256 the digest of what acts, in hexadecimal
 */
public record RunSummary(
        String environment,
        OptionalDouble rewardThreshold,
        String algorithm,
        String backend,
        long seed,
        long steps,
        long episodes,
        long updates,
        double wallSeconds,
        double stepsPerSecond,
        OptionalLong solvedAtStep,
        OptionalDouble bestMeanReturn100,
        OptionalDouble finalMeanReturn100,
        Evaluation greedy,
        Evaluation sampled,
        String weightsSha256) {

    /** As a JSON object; what is not known is null. */
    public Map<String, @Nullable Object> asMap() {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("environment", environment);
        map.put("rewardThreshold", orNull(rewardThreshold));
        map.put("algorithm", algorithm);
        map.put("backend", backend);
        map.put("seed", seed);
        map.put("steps", steps);
        map.put("episodes", episodes);
        map.put("updates", updates);
        map.put("wallSeconds", wallSeconds);
        map.put("stepsPerSecond", Math.round(stepsPerSecond));
        map.put("solvedAtStep", solvedAtStep.isPresent() ? solvedAtStep.getAsLong() : null);
        map.put("bestMeanReturn100", orNull(bestMeanReturn100));
        map.put("finalMeanReturn100", orNull(finalMeanReturn100));
        map.put("evaluation", Map.of("greedy", asMap(greedy), "sampled", asMap(sampled)));
        map.put("weightsSha256", weightsSha256);
        return map;
    }

    private static Map<String, Object> asMap(Evaluation evaluation) {
        return Map.of(
                "mean", evaluation.meanReturn(),
                "std", evaluation.deviation(),
                "episodes", evaluation.episodes().size());
    }

    private static @Nullable Object orNull(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }
}
