package org.ascentrl.backend.ejml.vector;

import static org.ascentrl.backend.ejml.vector.Elementary.C0;
import static org.ascentrl.backend.ejml.vector.Elementary.C1;
import static org.ascentrl.backend.ejml.vector.Elementary.C2;
import static org.ascentrl.backend.ejml.vector.Elementary.C3;
import static org.ascentrl.backend.ejml.vector.Elementary.C4;
import static org.ascentrl.backend.ejml.vector.Elementary.EXPONENT_BIAS;
import static org.ascentrl.backend.ejml.vector.Elementary.FRACTION_BITS;
import static org.ascentrl.backend.ejml.vector.Elementary.LARGEST;
import static org.ascentrl.backend.ejml.vector.Elementary.LN2_HIGH;
import static org.ascentrl.backend.ejml.vector.Elementary.LN2_LOW;
import static org.ascentrl.backend.ejml.vector.Elementary.LOG2_E;
import static org.ascentrl.backend.ejml.vector.Elementary.ROUNDING;
import static org.ascentrl.backend.ejml.vector.Elementary.ROUNDING_BITS;
import static org.ascentrl.backend.ejml.vector.Elementary.SATURATED;
import static org.ascentrl.backend.ejml.vector.Elementary.SMALLEST;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Elementary functions of the first {@code n} numbers of an array: {@link Elementary} in each lane. */
public final class VectorFunctions {

    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    private VectorFunctions() {}

    /** The number of bits of a vector. */
    public static int vectorBits() {
        return SPECIES.vectorBitSize();
    }

    /** out ← eᵃ; the two may be one array. */
    public static void exp(float[] a, float[] out, int n) {
        int i = 0;
        for (; i + LANES <= n; i += LANES) {
            FloatVector x = FloatVector.fromArray(SPECIES, a, i);
            FloatVector below = x.blend(LARGEST, x.compare(VectorOperators.GT, LARGEST));
            boundedExp(below).intoArray(out, i);
        }
        for (; i < n; i++) {
            out[i] = Elementary.exp(a[i]);
        }
    }

    /** out ← max(a, 0); the two may be one array. */
    public static void relu(float[] a, float[] out, int n) {
        int i = 0;
        for (; i + LANES <= n; i += LANES) {
            FloatVector.fromArray(SPECIES, a, i).max(0).intoArray(out, i);
        }
        for (; i < n; i++) {
            out[i] = Math.max(a[i], 0);
        }
    }

    /** out ← −1, 0 or 1; the two may be one array. */
    public static void sign(float[] a, float[] out, int n) {
        int i = 0;
        for (; i + LANES <= n; i += LANES) {
            FloatVector x = FloatVector.fromArray(SPECIES, a, i);
            x.blend(1, x.compare(VectorOperators.GT, 0))
                    .blend(-1, x.compare(VectorOperators.LT, 0))
                    .intoArray(out, i);
        }
        for (; i < n; i++) {
            out[i] = Math.signum(a[i]);
        }
    }

    /** out ← 1 / (1 + e⁻ᵃ); the two may be one array. */
    public static void sigmoid(float[] a, float[] out, int n) {
        int i = 0;
        for (; i + LANES <= n; i += LANES) {
            FloatVector x = FloatVector.fromArray(SPECIES, a, i);
            FloatVector e = boundedExp(x.abs().neg());
            FloatVector one = FloatVector.broadcast(SPECIES, 1);
            one.blend(e, x.compare(VectorOperators.LT, 0)).div(e.add(1)).intoArray(out, i);
        }
        for (; i < n; i++) {
            out[i] = Elementary.sigmoid(a[i]);
        }
    }

    /** out ← tanh a; the two may be one array. */
    public static void tanh(float[] a, float[] out, int n) {
        int i = 0;
        for (; i + LANES <= n; i += LANES) {
            FloatVector x = FloatVector.fromArray(SPECIES, a, i);
            FloatVector magnitude = x.abs();
            FloatVector bounded = magnitude.blend(SATURATED, magnitude.compare(VectorOperators.GT, SATURATED));
            FloatVector twice = bounded.add(bounded);
            FloatVector rounded = rounded(twice);
            FloatVector p = fraction(twice, rounded.sub(ROUNDING));
            FloatVector scale = powerOfTwo(rounded.reinterpretAsInts().sub(ROUNDING_BITS));
            FloatVector e = scale.fma(p, scale.sub(1));
            IntVector sign = x.reinterpretAsInts().and(Integer.MIN_VALUE);
            e.div(e.add(2)).reinterpretAsInts().or(sign).reinterpretAsFloats().intoArray(out, i);
        }
        for (; i < n; i++) {
            out[i] = Elementary.tanh(a[i]);
        }
    }

    private static FloatVector boundedExp(FloatVector x) {
        FloatVector bounded = x.blend(SMALLEST, x.compare(VectorOperators.LT, SMALLEST));
        FloatVector rounded = rounded(bounded);
        FloatVector p = fraction(bounded, rounded.sub(ROUNDING));
        IntVector n = rounded.reinterpretAsInts().sub(ROUNDING_BITS);
        IntVector half = n.lanewise(VectorOperators.ASHR, 1);
        return p.add(1).mul(powerOfTwo(half)).mul(powerOfTwo(n.sub(half)));
    }

    private static FloatVector rounded(FloatVector x) {
        return x.fma(FloatVector.broadcast(SPECIES, LOG2_E), FloatVector.broadcast(SPECIES, ROUNDING));
    }

    private static FloatVector fraction(FloatVector x, FloatVector n) {
        FloatVector high = n.fma(FloatVector.broadcast(SPECIES, -LN2_HIGH), x);
        FloatVector r = n.fma(FloatVector.broadcast(SPECIES, -LN2_LOW), high);
        FloatVector q = FloatVector.broadcast(SPECIES, C4)
                .fma(r, FloatVector.broadcast(SPECIES, C3))
                .fma(r, FloatVector.broadcast(SPECIES, C2))
                .fma(r, FloatVector.broadcast(SPECIES, C1))
                .fma(r, FloatVector.broadcast(SPECIES, C0));
        return r.mul(r).fma(q, r);
    }

    private static FloatVector powerOfTwo(IntVector n) {
        return n.add(EXPONENT_BIAS)
                .lanewise(VectorOperators.LSHL, FRACTION_BITS)
                .reinterpretAsFloats();
    }
}
