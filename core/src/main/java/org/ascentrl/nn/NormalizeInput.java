package org.ascentrl.nn;

import java.util.List;
import org.ascentrl.state.State;
import org.ascentrl.tensor.Parameter;
import org.ascentrl.tensor.Tensor;
import org.ascentrl.tensor.Tensors;

/**
 * An input layer that normalizes each feature by the running mean and variance of the training observations, and clips it to
 * ±10.
 *
 * <p>Only {@link #observe} changes the moments, once per iteration of training: within an iteration and in evaluation
 * they are frozen. They are saved with the network.
 */
public final class NormalizeInput implements Layer {

    private static final float CLIP = 10;
    private static final double EPSILON = 1e-8;

    private final Tensors tensors;
    private final RunningMoments moments;

    /** @param features D, the length of a row */
    public NormalizeInput(int features, Tensors tensors) {
        this.tensors = tensors;
        moments = new RunningMoments(features);
    }

    /** Updates the moments with {@code rows} raw rows. */
    public void observe(float[] values, int rows) {
        moments.add(values, rows);
    }

    @Override
    public Tensor apply(Tensor x) {
        int features = x.shape().extent(-1);
        float[] mean = new float[features];
        float[] scale = new float[features];
        for (int i = 0; i < features; i++) {
            mean[i] = (float) moments.mean(i);
            scale[i] = (float) (1 / Math.sqrt(moments.variance(i) + EPSILON));
        }
        return x.sub(tensors.of(mean, features))
                .mul(tensors.of(scale, features))
                .clamp(-CLIP, CLIP);
    }

    @Override
    public List<Parameter> parameters() {
        return List.of();
    }

    @Override
    public void state(State s) {
        s.part("normalizer", moments);
    }
}
