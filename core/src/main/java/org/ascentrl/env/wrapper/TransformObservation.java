package org.ascentrl.env.wrapper;

import java.util.function.UnaryOperator;
import org.ascentrl.env.Environment;
import org.ascentrl.env.space.Space;

/** Applies a function to each observation. */
public final class TransformObservation extends ObservationWrapper {

    private final UnaryOperator<float[]> function;

    /**
     * @param function from a flat view, which it may modify, to one of the new space
     * @param observations the new space
     */
    public TransformObservation(Environment inner, UnaryOperator<float[]> function, Space observations) {
        super(inner, observations);
        this.function = function;
    }

    @Override
    protected float[] first(float[] observation) {
        return function.apply(observation);
    }

    @Override
    protected float[] next(float[] observation) {
        return function.apply(observation);
    }
}
