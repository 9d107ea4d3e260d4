package org.ascentrl.tck;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URL;
import java.util.List;
import java.util.Objects;
import org.ascentrl.collect.Collector;
import org.ascentrl.env.space.Actions;
import org.ascentrl.experience.Horizon;
import org.ascentrl.experience.Progress;
import org.ascentrl.experience.Rollout;
import org.ascentrl.settings.hocon.Settings;
import org.ascentrl.state.DType;
import org.ascentrl.state.Snapshot;
import org.ascentrl.tensor.Scope;
import org.ascentrl.wiring.Bootstrap;
import org.ascentrl.wiring.Experiment;
import org.ascentrl.wiring.Learner;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The contract of a backend that stands in for EJML: with every preset on the class path (those that {@code presets/index.txt} lists)
 * a training starts alike, and learns alike from the same experience. The module has EJML, the environments and the
 * application in test scope. Extend it, and name the backend.
 */
public abstract class BackendSwapTck {

    private static final int FIRST_STEPS = 8;
    private static final int UPDATES = 10;

    /** Updates before the first that learns: an algorithm may fill its replay first. */
    private static final int WAITING = 1_000;

    /** An update is hundreds of gradient steps otherwise, over which rounding grows as in a long training. */
    private static final List<String> ONE_STEP_OF_PPO =
            List.of("ppo.steps-per-slot=32", "ppo.epochs=1", "ppo.minibatch-size=1000000");

    /** Settings of algorithms that learn from replay: one step as well, after a warm-up that their first rollouts fill. */
    private static final List<String> FROM_REPLAY = List.of("dqn", "qr-dqn", "sac", "td3", "ddpg");

    private static final List<String> ONE_STEP_FROM_REPLAY =
            List.of("gradient-steps=1", "warm-up=64", "replay.save=false");

    private static final double CLOSE = 1e-4;
    private static final double MOVED = 1e-4;

    /** As settings name it. */
    protected abstract String backend();

    static List<String> presets() throws IOException {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(resource("presets/index.txt").openStream(), UTF_8))) {
            return lines.lines().toList();
        }
    }

    private static URL resource(String name) {
        return Objects.requireNonNull(BackendSwapTck.class.getClassLoader().getResource(name), name);
    }

    private static Experiment experiment(String preset, String backend) {
        Settings.Builder settings = settings(preset).set("backend=" + backend).set("training.threads=1");
        String algorithm = settings(preset).build().named("algorithm").get(0);
        if (algorithm.equals("ppo")) {
            ONE_STEP_OF_PPO.forEach(settings::set);
        } else if (FROM_REPLAY.contains(algorithm)) {
            ONE_STEP_FROM_REPLAY.forEach(setting -> settings.set(algorithm + "." + setting));
        }
        return Bootstrap.discover().experiment(settings.build());
    }

    private static Settings.Builder settings(String preset) {
        return Settings.builder()
                .references(BackendSwapTck.class.getClassLoader())
                .preset(preset, resource("presets/" + preset + ".conf"));
    }

    @ParameterizedTest
    @MethodSource("presets")
    @DisplayName("the same seed gives equal initial weights, and equal first actions")
    void startsAlike(String preset) {
        try (Experiment expected = experiment(preset, "ejml");
                Experiment actual = experiment(preset, backend());
                Learner one = expected.learner();
                Learner other = actual.learner()) {
            assertThat(other.backend().name()).isEqualTo(backend());
            assertThat(Snapshot.of(other.algorithm())).isEqualTo(Snapshot.of(one.algorithm()));
            Actions first = firstActions(expected, one);
            Actions same = firstActions(actual, other);
            assertThat(same.integers()).isEqualTo(first.integers());
            assertThat(same.reals()).usingComparatorWithPrecision(1e-5f).containsExactly(first.reals());
        }
    }

    private static Actions firstActions(Experiment experiment, Learner learner) {
        try (Collector collector = experiment.collector()) {
            Progress start = new Progress(0, experiment.run().training().steps());
            return collector
                    .collect(learner.algorithm().actor(), Horizon.steps(FIRST_STEPS), start)
                    .actions();
        }
    }

    @ParameterizedTest
    @MethodSource("presets")
    @DisplayName("from the same rollouts it learns the same, within 1e-4 after ten updates")
    void learnsAlike(String preset) {
        try (Experiment expected = experiment(preset, "ejml");
                Experiment actual = experiment(preset, backend());
                Collector collector = expected.collector();
                Learner one = expected.learner();
                Learner other = actual.learner()) {
            float[] start = parameters(one);
            long budget = expected.run().training().steps();
            long steps = 0;
            int learned = 0;
            for (int i = 0; i < WAITING && learned < UPDATES; i++) {
                float[] before = parameters(one);
                Progress progress = new Progress(steps, budget);
                Rollout fresh = collector.collect(
                        one.algorithm().actor(), one.algorithm().horizon(progress), progress);
                update(one, fresh, progress);
                update(other, fresh, progress);
                steps += fresh.rows();
                learned += distance(parameters(one), before) > 0 ? 1 : 0;
            }
            assertThat(learned).as("updates that learn").isEqualTo(UPDATES);
            assertThat(distance(parameters(one), start))
                    .as("how far it learned")
                    .isGreaterThan(MOVED);
            assertThat(parameters(other))
                    .usingComparatorWithPrecision((float) CLOSE)
                    .containsExactly(parameters(one));
        }
    }

    /** The weights of all networks: what an algorithm saves as float32 and belongs to no optimizer and no replay. */
    private static float[] parameters(Learner learner) {
        Snapshot saved = Snapshot.of(learner.algorithm());
        List<float[]> parts = saved.names().stream()
                .filter(name -> saved.dtype(name) == DType.F32)
                .filter(name -> !name.contains("optimizer") && !name.contains("replay"))
                .map(saved::floats)
                .toList();
        float[] all = new float[parts.stream().mapToInt(part -> part.length).sum()];
        int from = 0;
        for (float[] part : parts) {
            System.arraycopy(part, 0, all, from, part.length);
            from += part.length;
        }
        return all;
    }

    private static void update(Learner learner, Rollout fresh, Progress progress) {
        try (Scope scope = learner.tensors().scope()) {
            learner.algorithm().learn(fresh, progress);
        }
    }

    private static double distance(float[] a, float[] b) {
        double largest = 0;
        for (int i = 0; i < a.length; i++) {
            largest = Math.max(largest, Math.abs((double) a[i] - b[i]));
        }
        return largest;
    }
}
