package org.ascentrl.training;

import org.ascentrl.env.Actions;
import org.ascentrl.env.EnvironmentException;
import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.env.EpisodeSeeds;
import org.ascentrl.env.StepBatch;
import org.ascentrl.env.VectorEnvironment;

/** The slots of one chunk: a failure names its slot as the run counts them. */
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
