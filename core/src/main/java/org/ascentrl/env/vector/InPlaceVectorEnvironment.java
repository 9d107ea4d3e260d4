package org.ascentrl.env.vector;

import java.util.Arrays;
import java.util.Map;
import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.env.space.Actions;
import org.ascentrl.env.space.Box;
import org.ascentrl.env.space.Discrete;
import org.ascentrl.env.space.Observations;

/**
 * A vector environment that updates the states of its slots in place, without allocations in a step. It handles seeds,
 * step limit, returns, lengths, invalid actions and the rows of the batch; a subclass adds the dynamics. It has no
 * action masks.
 */
public abstract class InPlaceVectorEnvironment implements VectorEnvironment {

    private final EnvironmentSpec spec;
    private final int slots;
    private final int features;
    private final int choices;
    private final int maxEpisodeSteps;
    private final long[] episodes;
    private final double[] returns;
    private final int[] lengths;
    private EpisodeSeeds seeds = (slot, episode) -> 0;
    private boolean started;

    /**
     * @param spec the spec; its observations are float32
     * @throws IllegalArgumentException if there is no slot, the action space is neither {@code Discrete} nor {@code Box},
     *     or observations have bytes
     */
    protected InPlaceVectorEnvironment(EnvironmentSpec spec, int slots) {
        if (slots < 1) {
            throw new IllegalArgumentException(
                    spec.id() + ": a vector environment needs at least one slot, not " + slots);
        }
        if (!(spec.actionSpace() instanceof Discrete) && !(spec.actionSpace() instanceof Box)) {
            throw new IllegalArgumentException(spec.id() + ": actions in " + spec.actionSpace()
                    + ", but a vector environment in place takes those of Discrete and Box alone");
        }
        if (Observations.of(spec.observationSpace(), 0).hasBytes()) {
            throw new IllegalArgumentException(spec.id() + ": observations in " + spec.observationSpace()
                    + ", but a vector environment in place fills those of float32 numbers alone");
        }
        this.spec = spec;
        this.slots = slots;
        features = spec.observationSpace().flatSize();
        choices = spec.actionSpace().choices();
        maxEpisodeSteps = spec.maxEpisodeSteps().orElse(Integer.MAX_VALUE);
        episodes = new long[slots];
        returns = new double[slots];
        lengths = new int[slots];
    }

    /**
     * Starts an episode of a slot.
     *
     * @throws IllegalArgumentException if the seed is negative
     */
    protected abstract void start(int slot, long seed);

    /** Writes the first observation of a slot's episode to {@code observations}, from index {@code to} on. */
    protected abstract void observeStart(int slot, float[] observations, int to);

    /**
     * Takes one step in a slot.
     *
     * @param actions the actions of all slots; that of this slot is in the action space
     * @return the reward
     */
    protected abstract double advance(int slot, Actions actions);

    /** Returns whether the last step of a slot terminated its episode. */
    protected abstract boolean terminated(int slot);

    /** Writes the observation after a slot's last step to {@code observations}, from index {@code to} on. */
    protected abstract void observe(int slot, float[] observations, int to);

    /** Returns further facts about a slot's last step, as {@link org.ascentrl.env.StepResult#info}. */
    protected Map<String, Object> info(int slot) {
        return Map.of();
    }

    @Override
    public final int size() {
        return slots;
    }

    @Override
    public final EnvironmentSpec spec() {
        return spec;
    }

    @Override
    public final void reset(EpisodeSeeds newSeeds, StepBatch out) {
        started = false;
        seeds = newSeeds;
        Arrays.fill(episodes, -1);
        for (int slot = 0; slot < slots; slot++) {
            out.clearStep(slot);
            startNext(slot, out);
        }
        started = true;
    }

    @Override
    public final void step(Actions actions, boolean[] active, StepBatch out) {
        if (!started) {
            throw new IllegalStateException(spec.id() + ": step before reset. Call reset first.");
        }
        for (int slot = 0; slot < slots; slot++) {
            if (active[slot]) {
                step(slot, actions, out);
            } else {
                out.clearStep(slot);
            }
        }
    }

    private void step(int slot, Actions actions, StepBatch out) {
        requireAllowed(slot, actions);
        double reward = advance(slot, actions);
        boolean terminated = terminated(slot);
        returns[slot] += reward;
        lengths[slot]++;
        boolean truncated = lengths[slot] >= maxEpisodeSteps;
        out.rewards[slot] = reward;
        out.terminated[slot] = terminated;
        out.truncated[slot] = truncated;
        out.info.set(slot, info(slot));
        if (terminated || truncated) {
            observe(slot, out.finalObservations.floats(), slot * features);
            allowAll(slot, out.finalActionMask);
            out.episodeReturns[slot] = returns[slot];
            out.episodeLengths[slot] = lengths[slot];
            startNext(slot, out);
        } else {
            observe(slot, out.observations.floats(), slot * features);
            allowAll(slot, out.actionMask);
        }
    }

    private void requireAllowed(int slot, Actions actions) {
        boolean allowed = true;
        if (spec.actionSpace() instanceof Discrete discrete) {
            int action = actions.integers()[slot];
            allowed = action >= discrete.start() && action <= discrete.start() + (discrete.n() - 1);
        } else if (spec.actionSpace() instanceof Box box) {
            int first = slot * actions.realsPerRow();
            for (int i = 0; i < actions.realsPerRow(); i++) {
                float action = actions.reals()[first + i];
                allowed &= action >= box.low(i) && action <= box.high(i);
            }
        }
        if (!allowed) {
            throw EnvironmentException.inStep(
                    spec,
                    slot,
                    seeds.of(slot, episodes[slot]),
                    lengths[slot] + 1L,
                    actions.get(slot),
                    "action " + actions.get(slot) + " is not in " + spec.actionSpace());
        }
    }

    private void startNext(int slot, StepBatch out) {
        episodes[slot]++;
        returns[slot] = 0;
        lengths[slot] = 0;
        long seed = seeds.of(slot, episodes[slot]);
        try {
            start(slot, seed);
        } catch (IllegalArgumentException e) {
            throw EnvironmentException.inReset(spec, slot, seed, e);
        }
        observeStart(slot, out.observations.floats(), slot * features);
        allowAll(slot, out.actionMask);
    }

    private void allowAll(int slot, boolean[] mask) {
        int first = slot * choices;
        for (int i = first; i < first + choices; i++) {
            mask[i] = true;
        }
    }
}
