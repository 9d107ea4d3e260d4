package org.ascentrl.envs.classic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ascentrl.env.Action;
import org.ascentrl.env.Actions;
import org.ascentrl.env.Box;
import org.ascentrl.env.Discrete;
import org.ascentrl.env.Environment;
import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.env.Space;
import org.ascentrl.env.StepBatch;
import org.ascentrl.env.StepResult;
import org.ascentrl.env.VectorEnvironment;
import org.ascentrl.env.wrapper.TimeLimit;
import org.ascentrl.random.NumpyGenerator;
import org.ascentrl.testing.Json;
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
        assertThat(spec.id()).isEqualTo(id);
        assertThat(spec.maxEpisodeSteps()).hasValue((Integer) expected.get("max_episode_steps"));
        Number threshold = (Number) expected.get("reward_threshold");
        assertThat(spec.rewardThreshold().isPresent()).isEqualTo(threshold != null);
        spec.rewardThreshold().ifPresent(x -> assertThat(x).isEqualTo(threshold.doubleValue()));
        assertThat(spec.observationSpace()).isEqualTo(space(Json.map(expected.get("observation_space"))));
        assertThat(spec.actionSpace()).isEqualTo(space(Json.map(expected.get("action_space"))));
        assertThat(Registered.of(id).create().framesPerSecond()).isEqualTo(expected.get("render_fps"));
    }

    private static Space space(Map<String, Object> json) {
        if (json.get("type").equals("Discrete")) {
            return new Discrete((Integer) json.get("n"), (Integer) json.get("start"));
        }
        return Box.of(Json.floats(json.get("low")), Json.floats(json.get("high")), Json.integers(json.get("shape")));
    }

    /** A trace may start from a state that no seed draws, and act outside the space: the bare environment allows both. */
    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("traces")
    void eachStepFromItsRecordedState(String id, String name, Map<String, Object> trace) {
        ClassicEnvironment bare = Registered.of(id).bare();
        Environment environment =
                new TimeLimit(bare, bare.spec().maxEpisodeSteps().getAsInt());
        environment.reset(0);
        List<?> actions = (List<?>) trace.get("actions");
        List<?> states = (List<?>) trace.get("state");
        Recorded recorded = new Recorded(trace);
        double tolerance = tolerance(id, name);
        // The reference goes on after the end, the contract does not.
        int steps = actions.size() - (Integer) trace.get("after_done");
        double[] from = Json.doubles(trace.get("initial_state"));
        for (int i = 0; i < steps; i++) {
            bare.state(from);
            StepResult result = environment.step(action(actions.get(i)));
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
        List<?> actions = (List<?>) episode.get("actions");
        Recorded recorded = new Recorded(episode);
        for (int i = 0; i < actions.size(); i++) {
            recorded.check(i, environment.step(action(actions.get(i))), 0, 0);
        }
        assertThat(environment.reset()).containsExactly(Json.floats(episode.get("second_reset")));
    }

    private record Recorded(List<?> observations, double[] rewards, int[] terminated, int[] truncated) {

        Recorded(Map<String, Object> json) {
            this(
                    (List<?>) json.get("obs"),
                    Json.doubles(json.get("reward")),
                    Json.integers(json.get("terminated")),
                    Json.integers(json.get("truncated")));
        }

        void check(int i, StepResult result, float tolerance, double rewardTolerance) {
            assertThat(result.observation())
                    .as("observation %s", i)
                    .containsExactly(Json.floats(observations.get(i)), within(tolerance));
            assertThat(result.reward()).as("reward %s", i).isEqualTo(rewards[i], within(rewardTolerance));
            assertThat(result.terminated()).as("terminated %s", i).isEqualTo(terminated[i] == 1);
            assertThat(result.truncated()).as("truncated %s", i).isEqualTo(truncated[i] == 1);
        }
    }

    private static Action action(Object json) {
        return json instanceof Number number ? Action.of(number.intValue()) : Action.of(Json.floats(json));
    }

    @ParameterizedTest
    @MethodSource("actionSamples")
    void samplesOfTheActionSpace(Map<String, Object> samples) {
        Space space = Registered.of((String) samples.get("env")).spec().actionSpace();
        NumpyGenerator random = new NumpyGenerator(((Number) samples.get("seed")).longValue());
        for (Object expected : (List<?>) samples.get("samples")) {
            assertThat(space.sample(random)).isEqualTo(action(expected));
        }
    }

    /** Means of as many episodes within three standard errors of their difference, counted from seeds of our own. */
    @ParameterizedTest
    @MethodSource("randomPlay")
    void randomPlay(Map<String, Object> expected) {
        Registered<?> registered = Registered.of((String) expected.get("env"));
        int episodes = (Integer) expected.get("episodes");
        double[] returns = new double[episodes];
        double[] lengths = new double[episodes];
        try (VectorEnvironment vector = registered.createVector(SLOTS)) {
            play(vector, returns, lengths);
        }
        checkMean("returns", returns, Json.map(expected.get("returns")));
        checkMean("lengths", lengths, Json.map(expected.get("lengths")));
    }

    /** Each slot plays its share of the episodes, so that none is chosen for being short. */
    private static void play(VectorEnvironment vector, double[] returns, double[] lengths) {
        int each = returns.length / SLOTS;
        StepBatch out = new StepBatch(vector.spec(), SLOTS);
        Actions actions = Actions.of(vector.spec().actionSpace(), SLOTS);
        NumpyGenerator random = new NumpyGenerator(5);
        boolean[] active = new boolean[SLOTS];
        Arrays.fill(active, true);
        int[] ended = new int[SLOTS];
        vector.reset((slot, episode) -> 7_000_000 + (long) each * slot + episode, out);
        for (int left = SLOTS; left > 0; ) {
            for (int slot = 0; slot < SLOTS; slot++) {
                actions.set(slot, vector.spec().actionSpace().sample(random));
            }
            vector.step(actions, active, out);
            for (int slot = 0; slot < SLOTS; slot++) {
                if (out.done(slot)) {
                    returns[each * slot + ended[slot]] = out.episodeReturns[slot];
                    lengths[each * slot + ended[slot]] = out.episodeLengths[slot];
                    ended[slot]++;
                    active[slot] = ended[slot] < each;
                    left -= active[slot] ? 0 : 1;
                }
            }
        }
    }

    private static void checkMean(String what, double[] values, Map<String, Object> expected) {
        double mean = Arrays.stream(values).average().getAsDouble();
        double variance =
                Arrays.stream(values).map(x -> (x - mean) * (x - mean)).sum() / (values.length - 1);
        double error = Math.hypot(Math.sqrt(variance / values.length), ((Number) expected.get("sem")).doubleValue());
        assertThat(mean).as(what).isEqualTo(((Number) expected.get("mean")).doubleValue(), within(3 * error));
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
