package org.ascentrl.algorithm.reinforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.ascentrl.algorithm.Metrics;
import org.ascentrl.algorithm.reinforce.ReinforceSettings.Reduction;
import org.ascentrl.algorithm.reinforce.ReinforceSettings.Standardization;
import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.env.space.Action;
import org.ascentrl.env.space.Discrete;
import org.ascentrl.experience.Rollout;
import org.ascentrl.experience.Schedule;
import org.ascentrl.optim.Adam;
import org.ascentrl.optim.AdamSettings;
import org.ascentrl.testing.Json;
import org.ascentrl.testing.Mlp;
import org.ascentrl.testing.RecordingOptimizer;
import org.ascentrl.testing.Rollouts;
import org.ascentrl.wiring.Defaults;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The text-book form against PyTorch's in double: consecutive episodes, one update each. */
class ReinforceGoldenTest {

    /** States and weights of log π are rounded to float32. */
    private static final double ALLOWED = 1e-6;

    static List<Map<String, Object>> runs() {
        return Json.maps(Json.map(Json.read(ReinforceGoldenTest.class, "/golden/nn.json"))
                .get("reinforce"));
    }

    @ParameterizedTest
    @MethodSource("runs")
    void theTextBookFormEqualsTheReference(Map<String, Object> run) {
        EnvironmentSpec spec = Rollouts.spec(integer(run, "obs_dim"), new Discrete(integer(run, "actions_n")));
        try (RecordedLearner learner = textBook(run, spec)) {
            RecordingOptimizer policy = learner.policy();
            policy.assign("hidden1.weight", transposed(run.get("w1")));
            policy.assign("hidden1.bias", Json.doubles(run.get("b1")));
            policy.assign("head.weight", transposed(run.get("w2")));
            policy.assign("head.bias", Json.doubles(run.get("b2")));
            for (Map<String, Object> episode : Json.maps(run.get("episodes"))) {
                Metrics metrics = learner.update(rollout(spec, episode));
                if (Json.doubles(episode.get("rewards")).length == 1) {
                    checkOneStep(policy, episode, metrics);
                } else {
                    check(policy, episode, metrics);
                }
            }
        }
    }

    private static RecordedLearner textBook(Map<String, Object> run, EnvironmentSpec spec) {
        ReinforceSettings settings = Defaults.of(ReinforceSettings.class)
                .withDiscount(number(run, "gamma"))
                .withLearningRate(Schedule.constant(number(run, "lr")))
                .withStandardize(Standardization.EPISODE)
                .withReduction(Reduction.SUM);
        Mlp networks = Mlp.relu(integer(run, "hidden")).uniform();
        return new RecordedLearner(
                settings, networks, spec, (p, t) -> new Adam(new AdamSettings(0.9, 0.999, 1e-8, 0), p, t));
    }

    private static Rollout rollout(EnvironmentSpec spec, Map<String, Object> episode) {
        List<?> states = (List<?>) episode.get("states");
        int[] actions = Json.integers(episode.get("actions"));
        double[] rewards = Json.doubles(episode.get("rewards"));
        Rollouts rollouts = Rollouts.of(spec);
        for (int t = 0; t < actions.length; t++) {
            rollouts.step(Json.floats(states.get(t)), Action.of(actions[t]), rewards[t]);
        }
        return rollouts.terminated().build();
    }

    private static void check(RecordingOptimizer policy, Map<String, Object> episode, Metrics metrics) {
        assertThat(metrics.asMap().get("loss")).isCloseTo(number(episode, "loss"), within(ALLOWED));
        assertThat(metrics.asMap().get("entropy")).isCloseTo(meanEntropy(episode), within(ALLOWED));

        assertThat(policy.gradient("hidden1.weight")).containsExactly(transposed(episode.get("grad_w1")), close());
        assertThat(policy.gradient("hidden1.bias")).containsExactly(Json.doubles(episode.get("grad_b1")), close());
        assertThat(policy.gradient("head.weight")).containsExactly(transposed(episode.get("grad_w2")), close());
        assertThat(policy.gradient("head.bias")).containsExactly(Json.doubles(episode.get("grad_b2")), close());
        double norm = Math.sqrt(DoubleStream.of(transposed(episode.get("grad_w1")))
                        .map(x -> x * x)
                        .sum()
                + DoubleStream.of(Json.doubles(episode.get("grad_b1")))
                        .map(x -> x * x)
                        .sum()
                + DoubleStream.of(transposed(episode.get("grad_w2")))
                        .map(x -> x * x)
                        .sum()
                + DoubleStream.of(Json.doubles(episode.get("grad_b2")))
                        .map(x -> x * x)
                        .sum());
        assertThat(metrics.asMap().get("gradient_norm")).isCloseTo(norm, within(1e-6 * norm));

        assertThat(policy.values("hidden1.weight")).containsExactly(transposed(episode.get("w1")), close());
        assertThat(policy.values("hidden1.bias")).containsExactly(Json.doubles(episode.get("b1")), close());
        assertThat(policy.values("head.weight")).containsExactly(transposed(episode.get("w2")), close());
        assertThat(policy.values("head.bias")).containsExactly(Json.doubles(episode.get("b2")), close());
    }

    private static Offset<Double> close() {
        return within(ALLOWED);
    }

    /** One return has no deviation: published loops get NaN here; it stays as it is. */
    private static void checkOneStep(RecordingOptimizer policy, Map<String, Object> episode, Metrics metrics) {
        double loss = -Json.doubles(episode.get("log_probs"))[0] * Json.doubles(episode.get("returns"))[0];
        assertThat(metrics.asMap().get("loss")).isCloseTo(loss, within(ALLOWED));
        assertThat(metrics.asMap().get("entropy")).isCloseTo(meanEntropy(episode), within(ALLOWED));
        for (String name : List.of("hidden1.weight", "hidden1.bias", "head.weight", "head.bias")) {
            for (double weight : policy.values(name)) {
                assertThat(weight).as(name).isFinite();
            }
        }
    }

    private static double meanEntropy(Map<String, Object> episode) {
        return Arrays.stream(Json.doubles(episode.get("entropy"))).average().orElseThrow();
    }

    /** From [out][in] to [in, out]. */
    private static double[] transposed(Object rows) {
        List<?> outputs = (List<?>) rows;
        int inputs = Json.doubles(outputs.get(0)).length;
        double[] values = new double[inputs * outputs.size()];
        for (int o = 0; o < outputs.size(); o++) {
            double[] row = Json.doubles(outputs.get(o));
            for (int i = 0; i < inputs; i++) {
                values[i * outputs.size() + o] = row[i];
            }
        }
        return values;
    }

    private static double number(Map<String, Object> map, String key) {
        return ((Number) map.get(key)).doubleValue();
    }

    private static int integer(Map<String, Object> map, String key) {
        return ((Number) map.get(key)).intValue();
    }
}
