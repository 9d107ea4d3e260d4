package org.ascentrl.collect;

import java.util.Arrays;
import org.ascentrl.env.space.Actions;
import org.ascentrl.env.space.Space;
import org.ascentrl.state.State;
import org.ascentrl.state.Stateful;

/**
 * The actions of a running episode so far, as the environment got them: together with the seed, they are the state of
 * the episode.
 */
final class EpisodeLog implements Stateful {

    private static final int FIRST_CAPACITY = 64;

    private final int integersPerStep;
    private final int realsPerStep;
    private int[] integers;
    private float[] reals;
    private int steps;

    EpisodeLog(Space actionSpace) {
        integersPerStep = actionSpace.integers();
        realsPerStep = actionSpace.reals();
        integers = new int[FIRST_CAPACITY * integersPerStep];
        reals = new float[FIRST_CAPACITY * realsPerStep];
    }

    int steps() {
        return steps;
    }

    void clear() {
        steps = 0;
    }

    /** Adds row {@code row} of {@code actions}. */
    void add(Actions actions, int row) {
        if ((steps + 1) * integersPerStep > integers.length || (steps + 1) * realsPerStep > reals.length) {
            integers = Arrays.copyOf(integers, 2 * integers.length);
            reals = Arrays.copyOf(reals, 2 * reals.length);
        }
        System.arraycopy(actions.integers(), row * integersPerStep, integers, steps * integersPerStep, integersPerStep);
        System.arraycopy(actions.reals(), row * realsPerStep, reals, steps * realsPerStep, realsPerStep);
        steps++;
    }

    /** Writes the action of step {@code step} to row {@code row} of {@code actions}. */
    void copyTo(int step, Actions actions, int row) {
        System.arraycopy(integers, step * integersPerStep, actions.integers(), row * integersPerStep, integersPerStep);
        System.arraycopy(reals, step * realsPerStep, actions.reals(), row * realsPerStep, realsPerStep);
    }

    @Override
    public void state(State s) {
        s.longs("steps", new int[0], () -> new long[] {steps}, saved -> steps = Math.toIntExact(saved[0]));
        s.longs(
                "integers",
                State.any(),
                () -> Arrays.stream(integers, 0, steps * integersPerStep)
                        .asLongStream()
                        .toArray(),
                saved -> integers =
                        grown(Arrays.stream(saved).mapToInt(Math::toIntExact).toArray()));
        s.floats(
                "reals",
                State.any(),
                () -> Arrays.copyOf(reals, steps * realsPerStep),
                saved -> reals = Arrays.copyOf(saved, Math.max(saved.length, FIRST_CAPACITY * realsPerStep)));
    }

    private int[] grown(int[] saved) {
        return Arrays.copyOf(saved, Math.max(saved.length, FIRST_CAPACITY * integersPerStep));
    }
}
