package org.ascentrl.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import java.util.function.BiConsumer;
import org.ascentrl.env.space.Actions;
import org.ascentrl.env.space.Space;
import org.ascentrl.env.vector.StepBatch;
import org.ascentrl.env.vector.VectorEnvironment;
import org.ascentrl.random.NumpyGenerator;

/** Returns and lengths of whole episodes, by slot: to compare their means with those of another implementation. */
public record Played(double[] returns, double[] lengths) {

    /** Each slot plays its share of the episodes, so that none is chosen for being short; seeds count from {@code firstSeed}. */
    public static Played of(
            VectorEnvironment vector, int episodes, long firstSeed, BiConsumer<StepBatch, Actions> policy) {
        int slots = vector.size();
        int each = episodes / slots;
        Played played = new Played(new double[each * slots], new double[each * slots]);
        StepBatch out = new StepBatch(vector.spec(), slots);
        Actions actions = Actions.of(vector.spec().actionSpace(), slots);
        boolean[] active = new boolean[slots];
        Arrays.fill(active, true);
        int[] ended = new int[slots];
        vector.reset((slot, episode) -> firstSeed + (long) each * slot + episode, out);
        for (int left = slots; left > 0; ) {
            policy.accept(out, actions);
            vector.step(actions, active, out);
            for (int slot = 0; slot < slots; slot++) {
                if (out.done(slot)) {
                    played.returns[each * slot + ended[slot]] = out.episodeReturns[slot];
                    played.lengths[each * slot + ended[slot]] = out.episodeLengths[slot];
                    ended[slot]++;
                    active[slot] = ended[slot] < each;
                    left -= active[slot] ? 0 : 1;
                }
            }
        }
        return played;
    }

    public static BiConsumer<StepBatch, Actions> atRandom(Space space) {
        NumpyGenerator random = new NumpyGenerator(5);
        return (out, actions) -> {
            for (int slot = 0; slot < actions.rows(); slot++) {
                actions.set(slot, space.sample(random));
            }
        };
    }

    /** Means of returns and lengths within three standard errors of their difference from the recorded ones. */
    public void checkMeans(Map<String, Object> expected) {
        checkMean("returns", returns, Json.map(expected.get("returns")));
        checkMean("lengths", lengths, Json.map(expected.get("lengths")));
    }

    private static void checkMean(String what, double[] values, Map<String, Object> expected) {
        double mean = Arrays.stream(values).average().getAsDouble();
        double variance =
                Arrays.stream(values).map(x -> (x - mean) * (x - mean)).sum() / (values.length - 1);
        double error = Math.hypot(Math.sqrt(variance / values.length), ((Number) expected.get("sem")).doubleValue());
        assertThat(mean).as(what).isEqualTo(((Number) expected.get("mean")).doubleValue(), within(3 * error));
    }
}
