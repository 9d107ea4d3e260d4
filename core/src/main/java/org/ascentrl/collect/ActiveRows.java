package org.ascentrl.collect;

import java.util.Arrays;
import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.env.space.Actions;
import org.ascentrl.env.space.Masks;
import org.ascentrl.env.space.Observations;
import org.ascentrl.env.vector.StepBatch;

/** The active slots of a chunk, packed into the rows that the actor gets; resting slots have no row. */
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

    /** Activates all slots, each with an actor's memory of {@code size} numbers. */
    void activateAll(int size) {
        if (size != memorySize) {
            memorySize = size;
            memory = new float[active.length * size];
        }
        Arrays.fill(active, true);
        index();
    }

    /** Lets slot {@code i} rest for the remainder of this rollout. */
    void rest(int i) {
        active[i] = false;
        index();
    }

    /** Clears the actor's memory of slot {@code i}, whose episode starts. */
    void forget(int i) {
        Arrays.fill(memory, i * memorySize, (i + 1) * memorySize, 0);
    }

    /** Packs the rows of the active slots; if all are active, the batch is used without a copy. */
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

    /** Unpacks the actions and the actor's memory into the rows of the slots. */
    void scatter(Actions chosen) {
        for (int row = 0; row < count; row++) {
            int slot = slotOf[row];
            chosen.copy(actions, row, slot, 1);
            if (packedMemory != memory) {
                System.arraycopy(packedMemory, row * memorySize, memory, slot * memorySize, memorySize);
            }
        }
    }

    /** M, the size of the actor's memory of a slot. */
    int memorySize() {
        return memorySize;
    }

    /** The actor's memory of slot {@code i}. */
    float[] memory(int i) {
        return Arrays.copyOfRange(memory, i * memorySize, (i + 1) * memorySize);
    }

    /** Sets the actor's memory of slot {@code i}. */
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
