package org.ascentrl.tck;

import static org.ascentrl.tck.Accuracy.ABSOLUTE;

import org.ascentrl.tensor.AdamStep;
import org.ascentrl.tensor.Shape;
import org.ascentrl.tensor.Storage;
import org.ascentrl.tensor.TensorBackend;
import org.ascentrl.testing.Input;

/** Adam with decoupled weight decay as the papers write it, in double. */
final class AdamInDouble {

    private static final Shape SHAPE = Shape.of(5, 7);

    private final double[] w;
    private final double[] m;
    private final double[] v;

    private AdamInDouble(float[] weights) {
        w = new double[weights.length];
        m = new double[weights.length];
        v = new double[weights.length];
        for (int i = 0; i < w.length; i++) {
            w[i] = weights[i];
        }
    }

    /** Ten steps on {@code backend} against ten steps in double; one weight never has a gradient. */
    static void compare(TensorBackend backend, double weightDecay) {
        float[] weights = Input.random(0, SHAPE).values();
        AdamInDouble expected = new AdamInDouble(weights);
        Storage w = backend.copyOf(weights, SHAPE);
        Storage m = backend.copyOf(new float[SHAPE.size()], SHAPE);
        Storage v = backend.copyOf(new float[SHAPE.size()], SHAPE);
        for (int t = 1; t <= 10; t++) {
            float[] gradient = Input.random(t, SHAPE).values();
            gradient[0] = 0;
            AdamStep step = new AdamStep(0.02, 0.9, 0.999, 1e-8, weightDecay, t);
            backend.adamInPlace(w, backend.copyOf(gradient, SHAPE), m, v, step);
            expected.step(gradient, step);

            String what = "T16 step " + t + " with weight decay " + weightDecay + ", ";
            ABSOLUTE.check(what + "weights", backend.toFloats(w), rounded(expected.w));
            ABSOLUTE.check(what + "first moment", backend.toFloats(m), rounded(expected.m));
            ABSOLUTE.check(what + "second moment", backend.toFloats(v), rounded(expected.v));
        }
    }

    private void step(float[] g, AdamStep s) {
        double correction1 = 1 - Math.pow(s.beta1(), (double) s.step());
        double correction2 = 1 - Math.pow(s.beta2(), (double) s.step());
        for (int i = 0; i < w.length; i++) {
            m[i] = s.beta1() * m[i] + (1 - s.beta1()) * g[i];
            v[i] = s.beta2() * v[i] + (1 - s.beta2()) * g[i] * g[i];
            double direction = m[i] / correction1 / (Math.sqrt(v[i] / correction2) + s.epsilon());
            w[i] -= s.learningRate() * (direction + s.weightDecay() * w[i]);
        }
    }

    private static float[] rounded(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }
}
