package org.ascentrl.algorithm;

import java.util.Arrays;
import org.ascentrl.state.Snapshot;

/** A linear layer with one output, in double: what algorithms with linear networks are compared with. */
public final class Linear {

    private final double[] weight;
    private double bias;

    private Linear(double[] weight, double bias) {
        this.weight = weight;
        this.bias = bias;
    }

    /** The layer that {@code saved} has under {@code name}. */
    public static Linear of(Snapshot saved, String name) {
        float[] w = saved.floats(name + ".weight");
        double[] wide = new double[w.length];
        for (int i = 0; i < w.length; i++) {
            wide[i] = w[i];
        }
        return new Linear(wide, saved.floats(name + ".bias")[0]);
    }

    public Linear copy() {
        return new Linear(weight.clone(), bias);
    }

    public double at(double... x) {
        double y = bias;
        for (int i = 0; i < weight.length; i++) {
            y += weight[i] * x[i];
        }
        return y;
    }

    public double weight(int i) {
        return weight[i];
    }

    /** Adds {@code step} times the gradient of the output at {@code x}. */
    public void add(double step, double... x) {
        bias += step;
        for (int i = 0; i < weight.length; i++) {
            weight[i] += step * x[i];
        }
    }

    /** Takes over τ of the difference. */
    public void follow(Linear online, double tau) {
        bias += tau * (online.bias - bias);
        for (int i = 0; i < weight.length; i++) {
            weight[i] += tau * (online.weight[i] - weight[i]);
        }
    }

    /** Weights, then the bias. */
    public double[] toArray() {
        double[] all = Arrays.copyOf(weight, weight.length + 1);
        all[weight.length] = bias;
        return all;
    }
}
