package org.ascentrl.collect;

import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.env.space.Actions;
import org.ascentrl.env.vector.EnvironmentException;
import org.ascentrl.env.vector.EpisodeSeeds;
import org.ascentrl.env.vector.StepBatch;
import org.ascentrl.env.vector.VectorEnvironment;

/** The slots of one chunk; failures name slots by their number in the run. */
record PartOfSlots(int firstSlot, VectorEnvironment inner) implements VectorEnvironment {

    @Override
    public int size() {
        return inner.size();
    }

    @Override
    public EnvironmentSpec spec() {
        return inner.spec();
    }

    @Override
    public void reset(EpisodeSeeds seeds, StepBatch out) {
        try {
            inner.reset(seeds, out);
        } catch (EnvironmentException e) {
            throw e.withSlotsFrom(firstSlot);
        }
    }

    @Override
    public void step(Actions actions, boolean[] active, StepBatch out) {
        try {
            inner.step(actions, active, out);
        } catch (EnvironmentException e) {
            throw e.withSlotsFrom(firstSlot);
        }
    }

    @Override
    public void close() {
        inner.close();
    }
}
