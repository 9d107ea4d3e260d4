package org.ascentrl.envs.box2d;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.ascentrl.Ascent;
import org.ascentrl.actor.Actor;
import org.ascentrl.env.space.Actions;
import org.ascentrl.env.space.Observations;
import org.ascentrl.env.vector.StepBatch;
import org.ascentrl.env.vector.VectorEnvironment;
import org.ascentrl.testing.Json;
import org.ascentrl.testing.Played;
import org.ascentrl.testing.Recorded;
import org.ascentrl.training.Evaluation;
import org.ascentrl.wiring.Experiment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The controllers act as Gymnasium's do, and they, no actions and random ones return what Gymnasium's environments return. */
class HeuristicsTest {

    private static final int SLOTS = 20;
    private static final int EPISODES = 500;

    static Stream<Arguments> traces() {
        return Stream.of("LunarLander-v3", "LunarLanderContinuous-v3", "BipedalWalker-v3")
                .flatMap(id -> Json.lines(HeuristicsTest.class, "/golden/" + id + ".jsonl").stream()
                        .filter(line -> String.valueOf(line.get("name")).contains("heuristic"))
                        .map(trace -> Arguments.of(id, trace.get("name"), trace)));
    }

    static List<Map<String, Object>> statistics() {
        return Json.lines(HeuristicsTest.class, "/golden/stats.jsonl");
    }

    private static Actor heuristic(String id) {
        return id.startsWith("LunarLander") ? new LunarLanderHeuristic() : new BipedalWalkerHeuristic();
    }

    /** Recorded actions are multiples of 1/1024. */
    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("traces")
    void actsAsRecorded(String id, String name, Map<String, Object> trace) {
        Recorded recorded = Recorded.of(trace);
        Actions actions = Actions.of(Registered.of(id).spec().actionSpace(), 1);
        ActorPolicy policy = new ActorPolicy(heuristic(id), 1);
        float[] observation = Json.floats(trace.get("initial_obs"));
        for (int i = 0; i < recorded.steps(); i++) {
            policy.act(Observations.of(observation, observation.length), actions);
            Actions expected = Actions.of(Registered.of(id).spec().actionSpace(), 1);
            expected.set(0, recorded.action(i));
            assertThat(actions.integers()).as("action %s", i).isEqualTo(expected.integers());
            assertThat(actions.reals()).as("action %s", i).containsExactly(expected.reals(), within(1e-3f));
            observation = recorded.observation(i);
        }
    }

    @ParameterizedTest
    @MethodSource("statistics")
    void returnsAndLengthsAreGymnasiums(Map<String, Object> expected) {
        String id = (String) expected.get("env_id");
        Registered<?> registered = Registered.of(id, Json.map(expected.get("kwargs")));
        int episodes = Math.min((Integer) expected.get("episodes"), EPISODES);
        try (VectorEnvironment vector = registered.createVector(SLOTS)) {
            BiConsumer<StepBatch, Actions> policy = switch ((String) expected.get("policy")) {
                case "random" -> Played.atRandom(vector.spec().actionSpace());
                case "noop" -> (batch, actions) -> {};
                default -> new ActorPolicy(heuristic(id), SLOTS);
            };
            Played.of(vector, episodes, 7_000_000, policy).checkMeans(expected);
        }
    }

    @Test
    void aHeuristicIsEvaluatedAsAPolicyIs() {
        try (Experiment experiment =
                Ascent.experiment().set("environment=LunarLanderContinuous-v3").build()) {
            Evaluation evaluation = experiment.evaluator(20).evaluate(new LunarLanderHeuristic(), false);
            assertThat(evaluation.meanReturn()).isGreaterThan(200);
        }
    }
}
