package org.ascentrl.collect;

import java.util.Arrays;
import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.env.space.Actions;
import org.ascentrl.env.space.Masks;
import org.ascentrl.env.space.Observations;
import org.ascentrl.env.vector.StepBatch;

/** The slots of a chunk that act, as the packed rows that the actor gets: a slot that rests has none. */
final class ActiveRows {

    private final EnvironmentSpec spec;
    private final int choices;
    private final boolean[] active;
    private final int[] slotOf;
    private float[] memory = {};
    private int memorySize;
    private int count;
    private Observations packed;
    private Observations observations;
    private Masks masks = Masks.ALL;
    private float[] packedMemory = memory;
    private Actions actions;
    private double[] logProbs = {};

    ActiveRows(EnvironmentSpec spec, int slots) {
        this.spec = spec;
        choices = spec.actionSpace().choices();
        active = new boolean[slots];
        slotOf = new int[slots];
        packed = Observations.of(spec.observationSpace(), slots);
        observations = packed;
        actions = Actions.of(spec.actionSpace(), slots);
    }

    /** All slots act, and the actor remembers {@code size} numbers of each. */
    void activateAll(int size) {
        if (size != memorySize) {
            memorySize = size;
            memory = new float[active.length * size];
        }
        Arrays.fill(active, true);
        index();
    }

    /** Slot {@code i} acts no more in this rollout. */
    void rest(int i) {
        active[i] = false;
        index();
    }

    /** Clears what the actor remembers of slot {@code i}: an episode starts. */
    void forget(int i) {
        Arrays.fill(memory, i * memorySize, (i + 1) * memorySize, 0);
    }

    /** Packs the rows of active slots; where all are active, they are the batch's own. */
    void gather(StepBatch batch) {
        observations = count == active.length ? batch.observations : packed;
        boolean everything = true;
        for (int row = 0; row < count; row++) {
            int slot = slotOf[row];
            if (observations == packed) {
                packed.copy(batch.observations, slot, row, 1);
            }
            if (packedMemory != memory) {
                System.arraycopy(memory, slot * memorySize, packedMemory, row * memorySize, memorySize);
            }
            for (int c = slot * choices; c < (slot + 1) * choices; c++) {
                everything &= batch.actionMask[c];
            }
        }
        masks = everything ? Masks.ALL : Masks.of(batch.actionMask, choices).rows(Arrays.copyOf(slotOf, count));
    }

    /** Gives the slots back what the actor chose and remembers. */
    void scatter(Actions chosen) {
        for (int row = 0; row < count; row++) {
            int slot = slotOf[row];
            chosen.copy(actions, row, slot, 1);
            if (packedMemory != memory) {
                System.arraycopy(packedMemory, row * memorySize, memory, slot * memorySize, memorySize);
            }
        }
    }

    /** M, how many numbers the actor remembers of each slot. */
    int memorySize() {
        return memorySize;
    }

    /** The actor's memory of slot {@code i}. */
    float[] memory(int i) {
        return Arrays.copyOfRange(memory, i * memorySize, (i + 1) * memorySize);
    }

    /** Sets what the actor remembers of slot {@code i}. */
    void remember(int i, float[] numbers) {
        if (numbers.length != memorySize) {
            memorySize = numbers.length;
            memory = new float[active.length * memorySize];
        }
        System.arraycopy(numbers, 0, memory, i * memorySize, memorySize);
    }

    boolean[] active() {
        return active;
    }

    boolean any() {
        return count > 0;
    }

    int count() {
        return count;
    }

    int slot(int row) {
        return slotOf[row];
    }

    /** [count] */
    Observations observations() {
        return observations;
    }

    /** [count, C] */
    Masks masks() {
        return masks;
    }

    /** [count, M] */
    float[] memory() {
        return packedMemory;
    }

    /** [count]: for the actor to fill. */
    Actions actions() {
        return actions;
    }

    /** [count]: for the actor to fill; NaN until it does. */
    double[] logProbs() {
        if (logProbs.length != count) {
            logProbs = new double[count];
        }
        Arrays.fill(logProbs, Double.NaN);
        return logProbs;
    }

    private void index() {
        count = 0;
        for (int i = 0; i < active.length; i++) {
            if (active[i]) {
                slotOf[count++] = i;
            }
        }
        if (count != packed.rows()) {
            packed = packed.room(count);
            actions = Actions.of(spec.actionSpace(), count);
        }
        packedMemory = count == active.length ? memory : new float[count * memorySize];
    }
}
