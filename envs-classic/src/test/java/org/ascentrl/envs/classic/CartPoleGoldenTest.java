package org.ascentrl.envs.classic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.Map;
import org.ascentrl.env.Action;
import org.ascentrl.env.Environment;
import org.ascentrl.env.EnvironmentFactory;
import org.ascentrl.env.Space;
import org.ascentrl.env.StepResult;
import org.ascentrl.random.NumpyGenerator;
import org.ascentrl.testing.Json;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The episodes that Gymnasium 1.4.0 played, to the last bit: state, observation, reward and flags of each step. */
class CartPoleGoldenTest {

    private static final CartPoleFactory FACTORY = new CartPoleFactory();
    private static final CartPoleSettings DEFAULTS = new CartPoleSettings(false);

    static List<Map<String, Object>> traces() {
        return Json.lines(CartPoleGoldenTest.class, "/golden/CartPole-v1.jsonl").stream()
                .filter(line -> !line.containsKey("header"))
                .toList();
    }

    static List<Map<String, Object>> seeded() {
        return Json.lines(CartPoleGoldenTest.class, "/golden/seeded.jsonl");
    }

    static List<Map<String, Object>> actionSamples() {
        return Json.maps(Json.read(CartPoleGoldenTest.class, "/golden/action-space-samples.json"));
    }

    /** A trace may start from a state that no seed draws: each step starts from the recorded one. */
    @ParameterizedTest
    @MethodSource("traces")
    void eachStepFromItsRecordedState(Map<String, Object> trace) {
        CartPole bare = new CartPole(FACTORY.spec(DEFAULTS), DEFAULTS);
        Environment environment = EnvironmentFactory.registered(bare);
        environment.reset(0);
        int[] actions = Json.integers(trace.get("actions"));
        List<?> states = (List<?>) trace.get("state");
        List<?> observations = (List<?>) trace.get("obs");
        double[] rewards = Json.doubles(trace.get("reward"));
        int[] terminated = Json.integers(trace.get("terminated"));
        int[] truncated = Json.integers(trace.get("truncated"));
        // The reference goes on after the end, the contract does not.
        int steps = actions.length - (Integer) trace.get("after_done");
        double[] from = Json.doubles(trace.get("initial_state"));
        for (int i = 0; i < steps; i++) {
            double[] expected = Json.doubles(states.get(i));
            double[] state = from.clone();
            CartPole.advance(state, 0, actions[i]);
            assertThat(state).as("state %s", i).containsExactly(expected);

            bare.state(from);
            StepResult result = environment.step(Action.of(actions[i]));
            assertThat(result.observation()).as("observation %s", i).containsExactly(Json.floats(observations.get(i)));
            assertThat(result.reward()).as("reward %s", i).isEqualTo(rewards[i]);
            assertThat(result.terminated()).as("terminated %s", i).isEqualTo(terminated[i] == 1);
            assertThat(result.truncated()).as("truncated %s", i).isEqualTo(truncated[i] == 1);
            from = expected;
        }
        if (!trace.get("end").equals("cut")) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> environment.step(Action.of(0)))
                    .withMessage("CartPole-v1: step after the episode's end. Call reset first.");
        }
    }

    @ParameterizedTest
    @MethodSource("seeded")
    void anEpisodeOfASeed(Map<String, Object> episode) {
        assertThat(Json.map(episode.get("config"))).isEmpty();
        Environment environment = FACTORY.create(DEFAULTS);
        assertThat(environment.reset(((Number) episode.get("seed")).longValue()))
                .containsExactly(Json.floats(episode.get("obs0")));
        int[] actions = Json.integers(episode.get("actions"));
        List<?> observations = (List<?>) episode.get("obs");
        double[] rewards = Json.doubles(episode.get("reward"));
        int[] terminated = Json.integers(episode.get("terminated"));
        int[] truncated = Json.integers(episode.get("truncated"));
        for (int i = 0; i < actions.length; i++) {
            StepResult result = environment.step(Action.of(actions[i]));
            assertThat(result.observation()).as("observation %s", i).containsExactly(Json.floats(observations.get(i)));
            assertThat(result.reward()).as("reward %s", i).isEqualTo(rewards[i]);
            assertThat(result.terminated()).as("terminated %s", i).isEqualTo(terminated[i] == 1);
            assertThat(result.truncated()).as("truncated %s", i).isEqualTo(truncated[i] == 1);
        }
        assertThat(environment.reset()).containsExactly(Json.floats(episode.get("second_reset")));
    }

    @ParameterizedTest
    @MethodSource("actionSamples")
    void samplesOfTheActionSpace(Map<String, Object> samples) {
        Space space = FACTORY.spec(DEFAULTS).actionSpace();
        NumpyGenerator random = new NumpyGenerator(((Number) samples.get("seed")).longValue());
        for (int expected : Json.integers(samples.get("samples"))) {
            assertThat(space.sample(random)).isEqualTo(Action.of(expected));
        }
    }
}
