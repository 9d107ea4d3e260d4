package org.ascentrl.envs.classic;

import java.util.Arrays;
import org.ascentrl.env.Actions;
import org.ascentrl.env.Box;
import org.ascentrl.env.Discrete;
import org.ascentrl.env.EnvironmentException;
import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.env.EpisodeSeeds;
import org.ascentrl.env.StepBatch;
import org.ascentrl.env.VectorEnvironment;
import org.ascentrl.random.NumpyGenerator;

/** Several of one {@link ClassicTask} in flat arrays. A step allocates nothing. */
final class ClassicVector implements VectorEnvironment {

    private final EnvironmentSpec spec;
    private final ClassicTask task;
    private final int slots;
    private final int stateSize;
    private final int features;
    private final int choices;
    private final double lowestAction;
    private final double highestAction;
    private final int maxEpisodeSteps;
    private final double[] states;
    private final long[] episodes;
    private final double[] returns;
    private final int[] lengths;
    private final NumpyGenerator[] randoms;
    private EpisodeSeeds seeds = (slot, episode) -> 0;
    private boolean started;

    ClassicVector(EnvironmentSpec spec, ClassicTask task, int slots) {
        if (slots < 1) {
            throw new IllegalArgumentException(
                    spec.id() + ": a vector environment needs at least one slot, not " + slots);
        }
        this.spec = spec;
        this.task = task;
        this.slots = slots;
        stateSize = task.stateSize();
        features = spec.observationSpace().flatSize();
        choices = spec.actionSpace().choices();
        if (spec.actionSpace() instanceof Discrete discrete) {
            lowestAction = discrete.start();
            highestAction = discrete.start() + (discrete.n() - 1);
        } else {
            Box box = (Box) spec.actionSpace();
            lowestAction = box.low(0);
            highestAction = box.high(0);
        }
        maxEpisodeSteps = spec.maxEpisodeSteps().orElse(Integer.MAX_VALUE);
        states = new double[slots * stateSize];
        episodes = new long[slots];
        returns = new double[slots];
        lengths = new int[slots];
        randoms = new NumpyGenerator[slots];
        Arrays.setAll(randoms, slot -> new NumpyGenerator(0));
    }

    @Override
    public int size() {
        return slots;
    }

    @Override
    public EnvironmentSpec spec() {
        return spec;
    }

    @Override
    public void reset(EpisodeSeeds newSeeds, StepBatch out) {
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
    public void step(Actions actions, boolean[] active, StepBatch out) {
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
        double action = choices > 0 ? actions.integers()[slot] : actions.reals()[slot];
        if (!(action >= lowestAction && action <= highestAction)) {
            throw EnvironmentException.inStep(
                    spec,
                    slot,
                    seeds.of(slot, episodes[slot]),
                    lengths[slot] + 1L,
                    actions.get(slot),
                    "action " + actions.get(slot) + " is not in " + spec.actionSpace());
        }
        int state = slot * stateSize;
        double reward = task.advance(states, state, action, randoms[slot]);
        boolean terminated = task.terminated(states, state);
        returns[slot] += reward;
        lengths[slot]++;
        boolean truncated = lengths[slot] >= maxEpisodeSteps;
        out.rewards[slot] = reward;
        out.terminated[slot] = terminated;
        out.truncated[slot] = truncated;
        if (terminated || truncated) {
            task.observe(states, state, out.finalObservations, slot * features);
            allowAll(slot, out.finalActionMask);
            out.episodeReturns[slot] = returns[slot];
            out.episodeLengths[slot] = lengths[slot];
            startNext(slot, out);
        } else {
            task.observe(states, state, out.observations, slot * features);
            allowAll(slot, out.actionMask);
        }
    }

    private void startNext(int slot, StepBatch out) {
        episodes[slot]++;
        returns[slot] = 0;
        lengths[slot] = 0;
        long seed = seeds.of(slot, episodes[slot]);
        try {
            randoms[slot].reseed(seed);
        } catch (IllegalArgumentException e) {
            throw EnvironmentException.inReset(spec, slot, seed, e);
        }
        task.start(randoms[slot], states, slot * stateSize);
        task.observeStart(states, slot * stateSize, out.observations, slot * features);
        allowAll(slot, out.actionMask);
    }

    private void allowAll(int slot, boolean[] mask) {
        int first = slot * choices;
        for (int i = first; i < first + choices; i++) {
            mask[i] = true;
        }
    }

    @Override
    public void close() {}
}
