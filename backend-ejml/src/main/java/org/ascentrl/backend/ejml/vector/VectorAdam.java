package org.ascentrl.backend.ejml.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** A step of Adam, of as many weights as fill whole vectors. */
public final class VectorAdam {

    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    private VectorAdam() {}

    /**
     * m ← m + (1 − β₁)(g − m), v ← v + (1 − β₂)(g² − v), w ← w − αλ w, w ← w − α̂ m / (√(v ĉ) + ε), rounded after every
     * operation.
     *
     * @param decay1 1 − β₁
     * @param decay2 1 − β₂
     * @param weightDecay αλ
     * @param rate α̂, corrected for the bias of m
     * @param correction ĉ, what corrects the bias of v
     * @return how many weights, of the first {@code n}, it took the step for
     */
    public static int step(
            float[] w,
            float[] g,
            float[] m,
            float[] v,
            int n,
            float decay1,
            float decay2,
            float weightDecay,
            float rate,
            float correction,
            float epsilon) {
        int i = 0;
        for (; i + LANES <= n; i += LANES) {
            FloatVector gradient = FloatVector.fromArray(SPECIES, g, i);
            FloatVector first = FloatVector.fromArray(SPECIES, m, i);
            first = first.add(gradient.sub(first).mul(decay1));
            first.intoArray(m, i);
            FloatVector second = FloatVector.fromArray(SPECIES, v, i);
            second = second.add(gradient.mul(gradient).sub(second).mul(decay2));
            second.intoArray(v, i);
            FloatVector root = second.mul(correction).lanewise(VectorOperators.SQRT);
            FloatVector weight = FloatVector.fromArray(SPECIES, w, i);
            weight = weight.sub(weight.mul(weightDecay));
            weight.sub(first.mul(rate).div(root.add(epsilon))).intoArray(w, i);
        }
        return i;
    }
}
