package org.ascentrl.env.vector;

import java.util.Arrays;
import java.util.List;
import org.ascentrl.env.Environment;
import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.env.StepResult;
import org.ascentrl.env.space.Action;
import org.ascentrl.env.space.Actions;
import org.jspecify.annotations.Nullable;

/**
 * A vector environment that steps single ones, one after the other. It takes an observation of the wrong length, and one
 * or a reward that is not finite, for a failure of the environment.
 */
public final class SyncVectorEnvironment implements VectorEnvironment {

    private final List<Environment> environments;
    private final EnvironmentSpec spec;
    private final int features;
    private final boolean[] mask;
    private final long[] episodes;
    private final double[] returns;
    private final int[] lengths;
    private EpisodeSeeds seeds = (slot, episode) -> 0;
    private boolean started;

    /**
     * @param environments at least one, all of one spec; closed with this
     * @throws IllegalArgumentException if there is none, or their specs differ
     */
    public SyncVectorEnvironment(List<Environment> environments) {
        if (environments.isEmpty()) {
            throw new IllegalArgumentException("a vector environment needs at least one environment");
        }
        this.environments = List.copyOf(environments);
        spec = environments.get(0).spec();
        for (Environment environment : environments) {
            if (!environment.spec().equals(spec)) {
                throw new IllegalArgumentException("the environments of a vector must have one spec, but there are "
                        + spec + " and " + environment.spec());
            }
        }
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
        started = false;
        seeds = newSeeds;
        Arrays.fill(episodes, -1);
        for (int slot = 0; slot < size(); slot++) {
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
        for (int slot = 0; slot < size(); slot++) {
            if (active[slot]) {
                step(slot, actions.get(slot), out);
            } else {
                out.clearStep(slot);
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
        String flaw = Double.isFinite(result.reward())
                ? flaw(result.observation())
                : "the reward " + result.reward() + " is not finite";
        if (flaw != null) {
            throw EnvironmentException.inStep(
                    spec, slot, seeds.of(slot, episodes[slot]), lengths[slot] + 1L, action, flaw);
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
        float[] observation;
        try {
            observation = environments.get(slot).reset(seed);
        } catch (RuntimeException e) {
            throw EnvironmentException.inReset(spec, slot, seed, e);
        }
        String flaw = flaw(observation);
        if (flaw != null) {
            throw EnvironmentException.inReset(spec, slot, seed, flaw);
        }
        copyObservation(observation, slot, out.observations);
        copyMask(slot, out.actionMask);
    }

    private @Nullable String flaw(float[] observation) {
        if (observation.length != features) {
            return "the observation has " + observation.length + " numbers, but the flat view of "
                    + spec.observationSpace() + " has " + features;
        }
        for (float x : observation) {
            if (!Float.isFinite(x)) {
                return "the observation " + Arrays.toString(observation) + " is not finite";
            }
        }
        return null;
    }

    private void copyObservation(float[] observation, int slot, float[] target) {
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
