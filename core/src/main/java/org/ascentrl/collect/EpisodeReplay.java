package org.ascentrl.collect;

import java.util.Arrays;
import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.env.space.Actions;
import org.ascentrl.env.vector.StepBatch;
import org.ascentrl.env.vector.VectorEnvironment;
import org.ascentrl.random.Streams;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Restores the running episodes of a chunk: resets each slot with the seed of its episode and repeats the actions so
 * far. If that does not lead to the saved observation, the environment is not deterministic, and the slot starts its
 * next episode instead.
 */
final class EpisodeReplay {

    private static final Logger LOG = LoggerFactory.getLogger(EpisodeReplay.class);

    private final EnvironmentSpec spec;
    private final int firstSlot;
    private final Slot[] slots;
    private final VectorEnvironment environment;
    private final Streams streams;

    EpisodeReplay(EnvironmentSpec spec, int firstSlot, Slot[] slots, VectorEnvironment environment, Streams streams) {
        this.spec = spec;
        this.firstSlot = firstSlot;
        this.slots = slots;
        this.environment = environment;
        this.streams = streams;
    }

    /**
     * Leaves the observation that each slot acts on next in {@code batch}.
     *
     * @param actions overwritten
     */
    void run(Actions actions, StepBatch batch) {
        boolean[] failed = new boolean[slots.length];
        do {
            for (int i = 0; i < slots.length; i++) {
                if (slots[i].episode < 0 || failed[i]) {
                    slots[i].startNext(streams);
                    slots[i].saved = new float[0];
                }
            }
            takeActions(actions, batch, failed);
        } while (checkObservations(batch, failed));
        for (Slot slot : slots) {
            slot.recorder.startsEpisode(slot.log.steps() == 0);
        }
    }

    /** Repeats the actions; marks a slot as failed if its episode ends early. */
    private void takeActions(Actions actions, StepBatch batch, boolean[] failed) {
        long[] first = Arrays.stream(slots).mapToLong(slot -> slot.episode).toArray();
        environment.reset((i, k) -> streams.episodeSeed(firstSlot + i, first[i] + k), batch);
        Arrays.fill(failed, false);
        boolean[] active = new boolean[slots.length];
        int longest =
                Arrays.stream(slots).mapToInt(slot -> slot.log.steps()).max().orElse(0);
        for (int t = 0; t < longest; t++) {
            for (int i = 0; i < slots.length; i++) {
                active[i] = t < slots[i].log.steps() && !failed[i];
                if (active[i]) {
                    slots[i].log.copyTo(t, actions, i);
                }
            }
            environment.step(actions, active, batch);
            for (int i = 0; i < slots.length; i++) {
                failed[i] |= active[i] && batch.done(i);
            }
        }
    }

    /** Marks a slot as failed if its observation differs from the saved one; returns whether any failed. */
    private boolean checkObservations(StepBatch batch, boolean[] failed) {
        boolean any = false;
        for (int i = 0; i < slots.length; i++) {
            float[] observed = batch.observations.flat(i);
            failed[i] |= slots[i].saved.length > 0 && !Arrays.equals(observed, slots[i].saved);
            if (failed[i]) {
                LOG.warn(
                        "{}, slot {}: replaying episode {} did not lead to the observation that was saved: the"
                                + " environment is not deterministic. The slot starts its next episode",
                        spec.id(),
                        slots[i].number,
                        slots[i].episode);
            }
            any |= failed[i];
        }
        return any;
    }
}
