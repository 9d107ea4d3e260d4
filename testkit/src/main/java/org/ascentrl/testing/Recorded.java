package org.ascentrl.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.env.StepResult;
import org.ascentrl.env.space.Action;
import org.ascentrl.env.space.Box;
import org.ascentrl.env.space.Discrete;
import org.ascentrl.env.space.Space;

/** An episode that Gymnasium played: index i is the result of action i. */
public record Recorded(List<?> actions, List<?> observations, double[] rewards, int[] terminated, int[] truncated) {

    /** From the keys {@code actions}, {@code obs}, {@code reward}, {@code terminated} and {@code truncated}. */
    public static Recorded of(Map<String, Object> json) {
        return new Recorded(
                (List<?>) json.get("actions"),
                (List<?>) json.get("obs"),
                Json.doubles(json.get("reward")),
                Json.integers(json.get("terminated")),
                Json.integers(json.get("truncated")));
    }

    /** A number is a choice, a list an element of a box. */
    public static Action action(Object json) {
        return json instanceof Number number ? Action.of(number.intValue()) : Action.of(Json.floats(json));
    }

    public static Space space(Map<String, Object> json) {
        if (json.get("type").equals("Discrete")) {
            return new Discrete((Integer) json.get("n"), (Integer) json.get("start"));
        }
        return Box.of(Json.floats(json.get("low")), Json.floats(json.get("high")), Json.integers(json.get("shape")));
    }

    /** Compares a spec with what Gymnasium's registry and its spaces tell. */
    public static void checkSpec(EnvironmentSpec spec, Map<String, Object> expected) {
        assertThat(spec.id()).isEqualTo(expected.get("env"));
        assertThat(spec.maxEpisodeSteps()).hasValue((Integer) expected.get("max_episode_steps"));
        Number threshold = (Number) expected.get("reward_threshold");
        assertThat(spec.rewardThreshold().isPresent()).isEqualTo(threshold != null);
        spec.rewardThreshold().ifPresent(x -> assertThat(x).isEqualTo(threshold.doubleValue()));
        assertThat(spec.observationSpace()).isEqualTo(space(Json.map(expected.get("observation_space"))));
        assertThat(spec.actionSpace()).isEqualTo(space(Json.map(expected.get("action_space"))));
    }

    public int steps() {
        return actions.size();
    }

    public Action action(int i) {
        return action(actions.get(i));
    }

    public float[] observation(int i) {
        return Json.floats(observations.get(i));
    }

    public void check(int i, StepResult result, float tolerance, double rewardTolerance) {
        checkNumbers(i, result, tolerance, rewardTolerance);
        checkEnd(i, result);
    }

    public void checkNumbers(int i, StepResult result, float tolerance, double rewardTolerance) {
        assertThat(result.observation()).as("observation %s", i).containsExactly(observation(i), within(tolerance));
        assertThat(result.reward()).as("reward %s", i).isEqualTo(rewards[i], within(rewardTolerance));
    }

    public void checkEnd(int i, StepResult result) {
        assertThat(result.terminated()).as("terminated %s", i).isEqualTo(terminated[i] == 1);
        assertThat(result.truncated()).as("truncated %s", i).isEqualTo(truncated[i] == 1);
    }
}
