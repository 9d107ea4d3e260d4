package org.ascentrl.tck;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.ascentrl.env.space.Action;
import org.ascentrl.env.space.Actions;
import org.ascentrl.env.space.Space;
import org.ascentrl.env.vector.EpisodeSeeds;
import org.ascentrl.env.vector.StepBatch;
import org.ascentrl.env.vector.VectorEnvironment;
import org.ascentrl.random.NumpyGenerator;

/** A vector environment with the arrays that its steps read and write. */
final class VectorPlay {

    final Actions actions;
    final boolean[] active;
    final StepBatch out;

    private final VectorEnvironment environment;
    private final Space space;

    /** Resets the environment. */
    VectorPlay(VectorEnvironment environment, EpisodeSeeds seeds) {
        this(environment);
        again(seeds);
    }

    private VectorPlay(VectorEnvironment environment) {
        this.environment = environment;
        space = environment.spec().actionSpace();
        actions = Actions.of(space, environment.size());
        active = new boolean[environment.size()];
        Arrays.fill(active, true);
        out = new StepBatch(environment.spec(), environment.size());
    }

    static VectorPlay beforeReset(VectorEnvironment environment) {
        return new VectorPlay(environment);
    }

    VectorPlay again(EpisodeSeeds seeds) {
        environment.reset(seeds, out);
        return this;
    }

    void step() {
        environment.step(actions, active, out);
    }

    void stepAtRandom(NumpyGenerator random) {
        for (int slot = 0; slot < environment.size(); slot++) {
            actions.set(slot, draw(slot, random));
        }
        step();
    }

    /** The rows of all slots over a number of random steps. */
    List<List<Object>> rows(int steps, NumpyGenerator random) {
        List<List<Object>> rows = new ArrayList<>();
        for (int step = 0; step < steps; step++) {
            stepAtRandom(random);
            for (int slot = 0; slot < environment.size(); slot++) {
                rows.add(row(slot));
            }
        }
        return rows;
    }

    /** An allowed action for a slot. */
    Action draw(int slot, NumpyGenerator random) {
        return space.sample(random, mask(slot));
    }

    /** Gives a slot an action that its space does not contain. */
    void makeForbidden(int slot) {
        int integers = actions.integersPerRow();
        int reals = actions.realsPerRow();
        Arrays.fill(actions.integers(), slot * integers, (slot + 1) * integers, Integer.MAX_VALUE);
        Arrays.fill(actions.reals(), slot * reals, (slot + 1) * reals, Float.NaN);
    }

    float[] observation(int slot) {
        return out.observations.flat(slot);
    }

    float[] finalObservation(int slot) {
        return out.finalObservations.flat(slot);
    }

    boolean[] mask(int slot) {
        return Arrays.copyOfRange(out.actionMask, slot * space.choices(), (slot + 1) * space.choices());
    }

    private boolean[] finalMask(int slot) {
        return Arrays.copyOfRange(out.finalActionMask, slot * space.choices(), (slot + 1) * space.choices());
    }

    /** All that a slot's row says, comparable to the bit; what is valid only where done stands only there. */
    List<Object> row(int slot) {
        List<Object> always = List.of(
                bits(observation(slot)),
                out.rewards[slot],
                out.terminated[slot],
                out.truncated[slot],
                Arrays.toString(mask(slot)),
                info(slot));
        return out.done(slot)
                ? List.of(
                        always,
                        bits(finalObservation(slot)),
                        Arrays.toString(finalMask(slot)),
                        out.episodeReturns[slot],
                        out.episodeLengths[slot])
                : always;
    }

    /** As texts: arrays are compared by what they hold. */
    private Map<String, String> info(int slot) {
        Map<String, String> texts = new TreeMap<>();
        out.info.get(slot).forEach((name, fact) -> texts.put(name, Arrays.deepToString(new Object[] {fact})));
        return texts;
    }

    private static List<Float> bits(float[] numbers) {
        return IntStream.range(0, numbers.length).mapToObj(i -> numbers[i]).toList();
    }
}
