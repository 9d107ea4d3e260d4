package org.ascentrl.env.wrapper;

import java.util.function.UnaryOperator;
import org.ascentrl.env.Environment;
import org.ascentrl.env.space.Space;

/** Shows a function of each observation. */
public final class TransformObservation extends ObservationWrapper {

    private final UnaryOperator<float[]> function;

    /**
     * @param function of the flat view, which it may change; to that of the new space
     * @param observations the space of its values
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
