package org.ascentrl.envs.classic;

import java.util.Arrays;
import org.ascentrl.env.Action;
import org.ascentrl.env.Actions;
import org.ascentrl.env.EnvironmentException;
import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.env.EpisodeSeeds;
import org.ascentrl.env.StepBatch;
import org.ascentrl.env.VectorEnvironment;
import org.ascentrl.random.NumpyGenerator;

/** Several {@link CartPole}s in flat arrays. A step allocates nothing. */
final class CartPoleVector implements VectorEnvironment {

    private static final int CHOICES = 2;

    private final EnvironmentSpec spec;
    private final boolean suttonBartoReward;
    private final int maxEpisodeSteps;
    private final int slots;
    private final double[] states;
    private final long[] episodes;
    private final double[] returns;
    private final int[] lengths;
    private final NumpyGenerator random = new NumpyGenerator(0); // each episode reseeds it, and draws only at its start
    private EpisodeSeeds seeds = (slot, episode) -> 0;
    private boolean started;

    CartPoleVector(EnvironmentSpec spec, CartPoleSettings settings, int slots) {
        if (slots < 1) {
            throw new IllegalArgumentException(
                    spec.id() + ": a vector environment needs at least one slot, not " + slots);
        }
        this.spec = spec;
        this.slots = slots;
        suttonBartoReward = settings.suttonBartoReward();
        maxEpisodeSteps = spec.maxEpisodeSteps().orElse(Integer.MAX_VALUE);
        states = new double[slots * CartPole.STATE_SIZE];
        episodes = new long[slots];
        returns = new double[slots];
        lengths = new int[slots];
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
        int[] choices = actions.integers();
        for (int slot = 0; slot < slots; slot++) {
            if (active[slot]) {
                step(slot, choices[slot], out);
            } else {
                out.clearStep(slot);
            }
        }
    }

    private void step(int slot, int action, StepBatch out) {
        if (action < 0 || action >= CHOICES) {
            throw EnvironmentException.inStep(
                    spec,
                    slot,
                    seeds.of(slot, episodes[slot]),
                    lengths[slot] + 1L,
                    Action.of(action),
                    "action " + action + " is not in " + spec.actionSpace());
        }
        boolean terminated = CartPole.advance(states, slot * CartPole.STATE_SIZE, action);
        double reward = CartPole.reward(terminated, suttonBartoReward);
        returns[slot] += reward;
        lengths[slot]++;
        boolean truncated = lengths[slot] >= maxEpisodeSteps;
        out.rewards[slot] = reward;
        out.terminated[slot] = terminated;
        out.truncated[slot] = truncated;
        if (terminated || truncated) {
            CartPole.observe(states, slot * CartPole.STATE_SIZE, out.finalObservations);
            allowAll(slot, out.finalActionMask);
            out.episodeReturns[slot] = returns[slot];
            out.episodeLengths[slot] = lengths[slot];
            startNext(slot, out);
        } else {
            CartPole.observe(states, slot * CartPole.STATE_SIZE, out.observations);
            allowAll(slot, out.actionMask);
        }
    }

    private void startNext(int slot, StepBatch out) {
        episodes[slot]++;
        returns[slot] = 0;
        lengths[slot] = 0;
        long seed = seeds.of(slot, episodes[slot]);
        try {
            random.reseed(seed);
        } catch (IllegalArgumentException e) {
            throw EnvironmentException.inReset(spec, slot, seed, e);
        }
        CartPole.start(random, states, slot * CartPole.STATE_SIZE);
        CartPole.observe(states, slot * CartPole.STATE_SIZE, out.observations);
        allowAll(slot, out.actionMask);
    }

    private static void allowAll(int slot, boolean[] mask) {
        mask[slot * CHOICES] = true;
        mask[slot * CHOICES + 1] = true;
    }

    @Override
    public void close() {}
}
