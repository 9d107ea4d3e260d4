package org.ascentrl.envs.classic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ascentrl.env.Environment;
import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.env.StepResult;
import org.ascentrl.env.space.Space;
import org.ascentrl.env.vector.VectorEnvironment;
import org.ascentrl.env.wrapper.TimeLimit;
import org.ascentrl.random.NumpyGenerator;
import org.ascentrl.testing.Json;
import org.ascentrl.testing.Played;
import org.ascentrl.testing.Recorded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What Gymnasium 1.4.0 recorded: specs, steps, seeded episodes, with and without options, samples, random play. */
class FidelityTest {

    private static final int SLOTS = 50;

    static List<Map<String, Object>> specs() {
        return Json.lines(FidelityTest.class, "/golden/specs.jsonl");
    }

    static Stream<Arguments> traces() {
        return Stream.of("CartPole-v1", "Acrobot-v1", "MountainCar-v0", "MountainCarContinuous-v0", "Pendulum-v1")
                .flatMap(id -> Json.lines(FidelityTest.class, "/golden/" + id + ".jsonl").stream()
                        .filter(line -> !line.containsKey("header"))
                        .map(trace -> Arguments.of(id, trace.get("name"), trace)));
    }

    static Stream<Map<String, Object>> episodes() {
        return Stream.of("seeded", "options")
                .flatMap(file -> Json.lines(FidelityTest.class, "/golden/" + file + ".jsonl").stream());
    }

    static List<Map<String, Object>> actionSamples() {
        return Json.maps(Json.read(FidelityTest.class, "/golden/action-space-samples.json"));
    }

    static List<Map<String, Object>> randomPlay() {
        return Json.lines(FidelityTest.class, "/golden/random-play.jsonl");
    }

    @ParameterizedTest
    @MethodSource("specs")
    void theSpec(Map<String, Object> expected) {
        String id = (String) expected.get("env");
        EnvironmentSpec spec = Registered.of(id).spec();
        Recorded.checkSpec(spec, expected);
        assertThat(Registered.of(id).create().framesPerSecond()).isEqualTo(expected.get("render_fps"));
    }

    /** A trace may start from a state that no seed draws, and act outside the space: the bare environment allows both. */
    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("traces")
    void eachStepFromItsRecordedState(String id, String name, Map<String, Object> trace) {
        ClassicEnvironment bare = Registered.of(id).bare();
        Environment environment =
                new TimeLimit(bare, bare.spec().maxEpisodeSteps().getAsInt());
        environment.reset(0);
        List<?> states = (List<?>) trace.get("state");
        Recorded recorded = Recorded.of(trace);
        double tolerance = tolerance(id, name);
        // The reference goes on after the end, the contract does not.
        int steps = recorded.steps() - (Integer) trace.get("after_done");
        double[] from = Json.doubles(trace.get("initial_state"));
        for (int i = 0; i < steps; i++) {
            bare.state(from);
            StepResult result = environment.step(recorded.action(i));
            double[] expected = Json.doubles(states.get(i));
            assertThat(Arrays.copyOf(bare.state(), expected.length))
                    .as("state %s", i)
                    .containsExactly(expected, within(tolerance));
            recorded.check(i, result, 1e-6f, 1e-8);
            from = expected;
        }
    }

    /** Sine and cosine may differ in the last bit of a double, beyond what the observations show. */
    private static double tolerance(String id, String name) {
        return switch (id) {
            case "CartPole-v1" -> 0;
            case "MountainCarContinuous-v0" -> name.equals("out-of-range") ? 5e-7 : 0;
            default -> 1e-12;
        };
    }

    /** To the last bit, all along. */
    @ParameterizedTest
    @MethodSource("episodes")
    void anEpisodeOfASeed(Map<String, Object> episode) {
        String id = (String) episode.get("env");
        Registered<?> registered =
                Registered.of(id, Json.map(episode.get("config")), Json.map(episode.getOrDefault("reset", Map.of())));
        Environment environment = registered.create();
        assertThat(environment.reset(((Number) episode.get("seed")).longValue()))
                .containsExactly(Json.floats(episode.get("obs0")));
        Recorded recorded = Recorded.of(episode);
        for (int i = 0; i < recorded.steps(); i++) {
            recorded.check(i, environment.step(recorded.action(i)), 0, 0);
        }
        assertThat(environment.reset()).containsExactly(Json.floats(episode.get("second_reset")));
    }

    @ParameterizedTest
    @MethodSource("actionSamples")
    void samplesOfTheActionSpace(Map<String, Object> samples) {
        Space space = Registered.of((String) samples.get("env")).spec().actionSpace();
        NumpyGenerator random = new NumpyGenerator(((Number) samples.get("seed")).longValue());
        for (Object expected : (List<?>) samples.get("samples")) {
            assertThat(space.sample(random)).isEqualTo(Recorded.action(expected));
        }
    }

    /** Means of as many episodes within three standard errors of their difference, counted from seeds of our own. */
    @ParameterizedTest
    @MethodSource("randomPlay")
    void randomPlay(Map<String, Object> expected) {
        Registered<?> registered = Registered.of((String) expected.get("env"));
        int episodes = (Integer) expected.get("episodes");
        try (VectorEnvironment vector = registered.createVector(SLOTS)) {
            Played.of(
                            vector,
                            episodes,
                            7_000_000,
                            Played.atRandom(registered.spec().actionSpace()))
                    .checkMeans(expected);
        }
    }

    @Test
    void startsOfAcrobotToTheBit() {
        Environment acrobot = Registered.of("Acrobot-v1").create();
        boolean first = true;
        for (Object start : (List<?>) Json.read(FidelityTest.class, "/golden/acrobot-starts.json")) {
            assertThat(first ? acrobot.reset(11) : acrobot.reset()).containsExactly(Json.floats(start));
            first = false;
        }
    }
}
