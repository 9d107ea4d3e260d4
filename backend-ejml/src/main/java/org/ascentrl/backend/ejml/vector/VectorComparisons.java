package org.ascentrl.backend.ejml.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Comparisons of the first {@code n} numbers of two arrays: 1 where they hold, else 0. No branch has to guess. */
public final class VectorComparisons {

    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    private VectorComparisons() {}

    /** out ← 1{a &gt; b} */
    public static void greater(float[] a, float[] b, float[] out, int n) {
        int i = 0;
        for (; i + LANES <= n; i += LANES) {
            ones(numbers(a, i).compare(VectorOperators.GT, numbers(b, i))).intoArray(out, i);
        }
        for (; i < n; i++) {
            out[i] = a[i] > b[i] ? 1 : 0;
        }
    }

    /** out ← 1{a ≥ b} */
    public static void greaterOrEqual(float[] a, float[] b, float[] out, int n) {
        int i = 0;
        for (; i + LANES <= n; i += LANES) {
            ones(numbers(a, i).compare(VectorOperators.GE, numbers(b, i))).intoArray(out, i);
        }
        for (; i < n; i++) {
            out[i] = a[i] >= b[i] ? 1 : 0;
        }
    }

    /** out ← 1{a = b} */
    public static void equal(float[] a, float[] b, float[] out, int n) {
        int i = 0;
        for (; i + LANES <= n; i += LANES) {
            ones(numbers(a, i).compare(VectorOperators.EQ, numbers(b, i))).intoArray(out, i);
        }
        for (; i < n; i++) {
            out[i] = a[i] == b[i] ? 1 : 0;
        }
    }

    private static FloatVector numbers(float[] a, int from) {
        return FloatVector.fromArray(SPECIES, a, from);
    }

    private static FloatVector ones(VectorMask<Float> where) {
        return FloatVector.zero(SPECIES).blend(1, where);
    }
}
