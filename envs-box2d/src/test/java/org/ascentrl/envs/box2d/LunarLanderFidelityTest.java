package org.ascentrl.envs.box2d;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ascentrl.env.Environment;
import org.ascentrl.env.StepResult;
import org.ascentrl.testing.Json;
import org.ascentrl.testing.Recorded;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Episodes that Gymnasium 1.4.0 recorded, on Box2D 2.3.10 of Python. Ascent's Box2D rounds differently where a fast body
 * touches the ground: from there on, tolerances are those that were measured.
 */
class LunarLanderFidelityTest {

    /** Steps after the first contact over which the numbers stay close. */
    private static final int CLOSE_STEPS = 100;

    /** Where the processor multiplies and adds at once, no number is the same to the bit. */
    private static final boolean FUSED = System.getProperty("os.arch").equals("aarch64");

    private static final float FLIGHT = FUSED ? 2e-4f : 1e-6f;
    private static final double FLIGHT_REWARD = FUSED ? 5e-2 : 1e-9;
    private static final float LANDED = FUSED ? 2e-2f : 1e-3f;
    private static final double LANDED_REWARD = FUSED ? 5 : 2e-2;

    static Stream<Arguments> traces() {
        return Stream.of("LunarLander-v3", "LunarLanderContinuous-v3")
                .flatMap(id -> Json.lines(LunarLanderFidelityTest.class, "/golden/" + id + ".jsonl").stream()
                        .filter(line -> !line.containsKey("header"))
                        .map(trace -> Arguments.of(id, trace.get("name"), trace)));
    }

    static List<Map<String, Object>> seeded() {
        return Stream.of("/golden/seeded.jsonl", "/golden/contacts.jsonl")
                .flatMap(file -> Json.lines(LunarLanderFidelityTest.class, file).stream())
                .filter(episode -> ((String) episode.get("env")).startsWith("LunarLander"))
                .toList();
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("traces")
    void aWholeEpisode(String id, String name, Map<String, Object> trace) {
        Recorded recorded = Recorded.of(trace);
        try (Environment environment =
                Registered.of(id, Json.map(trace.get("config"))).create()) {
            assertThat(environment.reset(((Number) trace.get("seed")).longValue()))
                    .containsExactly(Json.floats(trace.get("initial_obs")), within(FLIGHT));
            checkSteps(environment, recorded);
        }
    }

    @ParameterizedTest
    @MethodSource("seeded")
    void anEpisodeOfASeedAndTheNext(Map<String, Object> episode) {
        try (Environment environment = Registered.of((String) episode.get("env"), Json.map(episode.get("config")))
                .create()) {
            assertThat(environment.reset(((Number) episode.get("seed")).longValue()))
                    .containsExactly(Json.floats(episode.get("obs0")), within(FLIGHT));
            checkSteps(environment, Recorded.of(episode));
            assertThat(environment.reset()).containsExactly(Json.floats(episode.get("second_reset")), within(FLIGHT));
        }
    }

    private static void checkSteps(Environment environment, Recorded recorded) {
        int contact = Integer.MAX_VALUE;
        for (int i = 0; i < recorded.steps(); i++) {
            float[] expected = recorded.observation(i);
            StepResult result = environment.step(recorded.action(i));
            if (contact == Integer.MAX_VALUE && (expected[6] == 1 || expected[7] == 1 || result.done())) {
                contact = i;
            }
            recorded.checkEnd(i, result);
            assertThat(result.observation()[6]).as("right leg %s", i).isEqualTo(expected[6]);
            assertThat(result.observation()[7]).as("left leg %s", i).isEqualTo(expected[7]);
            if (i < contact) {
                recorded.checkNumbers(i, result, FLIGHT, FLIGHT_REWARD);
            } else if (i < contact + CLOSE_STEPS) {
                recorded.checkNumbers(i, result, LANDED, LANDED_REWARD);
            }
        }
    }
}
