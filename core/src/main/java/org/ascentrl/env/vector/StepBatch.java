package org.ascentrl.env.vector;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.env.space.Observations;

/**
 * The results of a step of a vector environment: a row for each slot, filled in place.
 *
 * <p>C is the number of choices of the action space. Where a slot is done, {@code observations} has the first
 * observation of its next episode, and {@code finalObservations} the last one of the episode that ended.
 */
@SuppressWarnings("MemberName") // plain arrays: this is a buffer
public final class StepBatch {

    /** [slots]: the observations to act on next. */
    public final Observations observations;

    /** [slots]: valid where done. */
    public final Observations finalObservations;

    /** [slots]. */
    public final double[] rewards;

    /** [slots]. */
    public final boolean[] terminated;

    /** [slots]. */
    public final boolean[] truncated;

    /** [slots, C]: the action masks of the next step. */
    public final boolean[] actionMask;

    /** [slots, C]: the action masks of the final observations; valid where done. */
    public final boolean[] finalActionMask;

    /** [slots]: the sum of the episode's rewards; valid where done. */
    public final double[] episodeReturns;

    /** [slots]: the number of the episode's steps; valid where done. */
    public final int[] episodeLengths;

    /** [slots]: further facts about the step; none after a reset or a rest. */
    public final List<Map<String, Object>> info;

    public StepBatch(EnvironmentSpec spec, int slots) {
        int choices = spec.actionSpace().choices();
        observations = Observations.of(spec.observationSpace(), slots);
        finalObservations = Observations.of(spec.observationSpace(), slots);
        rewards = new double[slots];
        terminated = new boolean[slots];
        truncated = new boolean[slots];
        actionMask = new boolean[slots * choices];
        finalActionMask = new boolean[slots * choices];
        episodeReturns = new double[slots];
        episodeLengths = new int[slots];
        info = new ArrayList<>(Collections.nCopies(slots, Map.of()));
    }

    /** Clears the row of a slot, as after a reset or a rest: reward 0, not done, no info. */
    public void clearStep(int slot) {
        rewards[slot] = 0;
        terminated[slot] = false;
        truncated[slot] = false;
        info.set(slot, Map.of());
    }

    public boolean done(int slot) {
        return terminated[slot] || truncated[slot];
    }
}
