package org.ascentrl.env.vector;

import java.util.Arrays;
import java.util.List;
import org.ascentrl.env.Environment;
import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.env.StepResult;
import org.ascentrl.env.space.Action;
import org.ascentrl.env.space.Actions;
import org.ascentrl.env.space.Observations;
import org.jspecify.annotations.Nullable;

/**
 * A vector environment that steps single environments one after the other. An environment fails if an observation has
 * the wrong length, or if an observation or a reward is not finite.
 */
public final class SyncVectorEnvironment implements VectorEnvironment {

    private final List<Environment> environments;
    private final EnvironmentSpec spec;
    private final int features;
    private final boolean typed;
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
        typed = Observations.of(spec.observationSpace(), 0).hasBytes();
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
            result = typed
                    ? environments.get(slot).step(action, out.observations, slot)
                    : environments.get(slot).step(action);
        } catch (RuntimeException e) {
            throw EnvironmentException.inStep(
                    spec, slot, seeds.of(slot, episodes[slot]), lengths[slot] + 1L, action, e);
        }
        String flaw = Double.isFinite(result.reward())
                ? observe(result.observation(), out.observations, slot)
                : "the reward " + result.reward() + " is not finite";
        if (flaw != null) {
            throw EnvironmentException.inStep(
                    spec, slot, seeds.of(slot, episodes[slot]), lengths[slot] + 1L, action, flaw);
        }
        out.rewards[slot] = result.reward();
        out.terminated[slot] = result.terminated();
        out.truncated[slot] = result.truncated();
        out.info.set(slot, result.info());
        returns[slot] += result.reward();
        lengths[slot]++;
        if (result.done()) {
            out.finalObservations.copy(out.observations, slot, slot, 1);
            copyMask(slot, out.finalActionMask);
            out.episodeReturns[slot] = returns[slot];
            out.episodeLengths[slot] = lengths[slot];
            startNext(slot, out);
        } else {
            copyMask(slot, out.actionMask);
        }
    }

    private void startNext(int slot, StepBatch out) {
        episodes[slot]++;
        returns[slot] = 0;
        lengths[slot] = 0;
        long seed = seeds.of(slot, episodes[slot]);
        float[] observation = {};
        try {
            if (typed) {
                environments.get(slot).reset(seed, out.observations, slot);
            } else {
                observation = environments.get(slot).reset(seed);
            }
        } catch (RuntimeException e) {
            throw EnvironmentException.inReset(spec, slot, seed, e);
        }
        String flaw = observe(observation, out.observations, slot);
        if (flaw != null) {
            throw EnvironmentException.inReset(spec, slot, seed, flaw);
        }
        copyMask(slot, out.actionMask);
    }

    /**
     * Writes the observation of a slot, unless the environment did, and returns a description of the fault in it, or
     * null.
     */
    private @Nullable String observe(float[] observation, Observations out, int slot) {
        if (!typed && observation.length != features) {
            return "the observation has " + observation.length + " numbers, but the flat view of "
                    + spec.observationSpace() + " has " + features;
        }
        if (!typed) {
            out.set(slot, observation);
        }
        return out.isFinite(slot) ? null : "the observation " + Arrays.toString(out.flat(slot)) + " is not finite";
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
