package org.ascentrl.examples;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.examples.sweep.SeedResult;
import org.ascentrl.state.Snapshot;
import org.ascentrl.training.Evaluation;
import org.ascentrl.training.TrainingContext;
import org.ascentrl.wiring.Experiment;
import org.ascentrl.wiring.Learner;
import org.jspecify.annotations.Nullable;

/** How a run went, for people and as the content of {@code summary.json}. */
record Summary(
        Experiment experiment, Learner learner, TrainingContext training, Evaluation greedy, Evaluation sampled) {

    Map<String, @Nullable Object> asMap() {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("environment", experiment.chosen("environment"));
        map.put("rewardThreshold", orNull(experiment.environment().spec().rewardThreshold()));
        map.put("algorithm", experiment.chosen("algorithm"));
        map.put("backend", learner.backend().description());
        map.put("seed", experiment.run().seed());
        map.put("steps", training.progress().steps());
        map.put("episodes", training.episodes());
        map.put("updates", training.updates());
        map.put("wallSeconds", training.seconds());
        map.put("stepsPerSecond", Math.round(training.stepsPerSecond()));
        map.put(
                "solvedAtStep",
                training.solvedAtStep().isPresent() ? training.solvedAtStep().getAsLong() : null);
        map.put("bestMeanReturn100", orNull(training.bestMeanReturn()));
        map.put("finalMeanReturn100", orNull(training.meanReturn()));
        map.put("evaluation", Map.of("greedy", asMap(greedy), "sampled", asMap(sampled)));
        map.put("weightsSha256", Snapshot.of(learner.algorithm().actor()).sha256());
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

    /** As a row of a sweep. */
    SeedResult asSeedResult(Path run) {
        SeedResult.Training trained = new SeedResult.Training(
                training.progress().steps(),
                training.episodes(),
                training.solvedAtStep(),
                training.meanReturn(),
                training.bestMeanReturn(),
                training.seconds(),
                training.stepsPerSecond());
        return new SeedResult.Finished(
                experiment.run().seed(),
                run,
                trained,
                score(greedy),
                score(sampled),
                Snapshot.of(learner.algorithm().actor()).sha256());
    }

    private static SeedResult.Score score(Evaluation evaluation) {
        return new SeedResult.Score(
                evaluation.meanReturn(),
                evaluation.deviation(),
                evaluation.episodes().size());
    }

    /** What somebody who loads the policy must know of it. */
    Map<String, String> contract() {
        EnvironmentSpec spec = experiment.environment().spec();
        return Map.of(
                "format", "ascent-policy-1",
                "environment", experiment.chosen("environment"),
                "environment-settings", experiment.environmentText(),
                "observation-space", spec.observationSpace().toString(),
                "action-space", spec.actionSpace().toString());
    }

    void print(PrintWriter out) {
        EnvironmentSpec spec = experiment.environment().spec();
        String threshold = spec.rewardThreshold().isPresent()
                ? String.format(
                        Locale.ROOT,
                        " (solved from %.0f)",
                        spec.rewardThreshold().getAsDouble())
                : "";
        out.println();
        out.printf(
                Locale.ROOT,
                "trained    %,d steps, %,d episodes, %.1f s, %,d steps/s%n",
                training.progress().steps(),
                training.episodes(),
                training.seconds(),
                Math.round(training.stepsPerSecond()));
        out.println(
                training.solvedAtStep().isPresent()
                        ? String.format(
                                Locale.ROOT,
                                "solved     after %,d steps",
                                training.solvedAtStep().getAsLong())
                        : "solved     no");
        training.meanReturn()
                .ifPresent(mean -> out.printf(
                        Locale.ROOT, "training   mean return of the last 100 episodes %.1f%s%n", mean, threshold));
        print(out, "greedy", greedy);
        print(out, "sampled", sampled);
    }

    private static void print(PrintWriter out, String name, Evaluation evaluation) {
        out.printf(
                Locale.ROOT,
                "%-10s return %.1f ± %.1f over %d episodes%n",
                name,
                evaluation.meanReturn(),
                evaluation.deviation(),
                evaluation.episodes().size());
    }
}
