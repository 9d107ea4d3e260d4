package org.ascentrl.env;

import java.util.Arrays;
import java.util.List;

/** A vector environment that steps single ones, one after the other. */
public final class SyncVectorEnvironment implements VectorEnvironment {

    private final List<Environment> environments;
    private final EnvironmentSpec spec;
    private final int features;
    private final boolean[] mask;
    private final long[] episodes;
    private final double[] returns;
    private final int[] lengths;
    private EpisodeSeeds seeds = (slot, episode) -> 0;

    /** @param environments at least one, all of one spec; closed with this */
    public SyncVectorEnvironment(List<Environment> environments) {
        if (environments.isEmpty()) {
            throw new IllegalArgumentException("a vector environment needs at least one environment");
        }
        this.environments = List.copyOf(environments);
        spec = environments.get(0).spec();
        features = spec.observationSpace().flatSize();
        mask = new boolean[spec.actionSpace().choices()];
        episodes = new long[size()];
        returns = new double[size()];
        lengths = new int[size()];
    }

    @Override
    public int size() {
        return environments.size();
    }

    @Override
    public EnvironmentSpec spec() {
        return spec;
    }

    @Override
    public void reset(EpisodeSeeds newSeeds, StepBatch out) {
        seeds = newSeeds;
        Arrays.fill(episodes, -1);
        for (int slot = 0; slot < size(); slot++) {
            startNext(slot, out);
        }
    }

    @Override
    public void step(Actions actions, boolean[] active, StepBatch out) {
        for (int slot = 0; slot < size(); slot++) {
            if (active[slot]) {
                step(slot, actions.get(slot), out);
            } else {
                out.rewards[slot] = 0;
                out.terminated[slot] = false;
                out.truncated[slot] = false;
            }
        }
    }

    private void step(int slot, Action action, StepBatch out) {
        StepResult result;
        try {
            result = environments.get(slot).step(action);
        } catch (RuntimeException e) {
            throw EnvironmentException.inStep(
                    spec, slot, seeds.of(slot, episodes[slot]), lengths[slot] + 1L, action, e);
        }
        out.rewards[slot] = result.reward();
        out.terminated[slot] = result.terminated();
        out.truncated[slot] = result.truncated();
        returns[slot] += result.reward();
        lengths[slot]++;
        if (result.done()) {
            copyObservation(result.observation(), slot, out.finalObservations);
            copyMask(slot, out.finalActionMask);
            out.episodeReturns[slot] = returns[slot];
            out.episodeLengths[slot] = lengths[slot];
            startNext(slot, out);
        } else {
            copyObservation(result.observation(), slot, out.observations);
            copyMask(slot, out.actionMask);
        }
    }

    private void startNext(int slot, StepBatch out) {
        episodes[slot]++;
        returns[slot] = 0;
        lengths[slot] = 0;
        long seed = seeds.of(slot, episodes[slot]);
        try {
            copyObservation(environments.get(slot).reset(seed), slot, out.observations);
        } catch (RuntimeException e) {
            throw EnvironmentException.inReset(spec, slot, seed, e);
        }
        copyMask(slot, out.actionMask);
    }

    private void copyObservation(float[] observation, int slot, float[] target) {
        if (observation.length != features) {
            throw new IllegalStateException(spec.id() + ": an observation has " + observation.length + " numbers, but "
                    + spec.observationSpace() + " has " + features);
        }
        System.arraycopy(observation, 0, target, slot * features, features);
    }

    private void copyMask(int slot, boolean[] target) {
        if (mask.length > 0) {
            environments.get(slot).actionMask(mask);
            System.arraycopy(mask, 0, target, slot * mask.length, mask.length);
        }
    }

    @Override
    public void close() {
        environments.forEach(Environment::close);
    }
}
