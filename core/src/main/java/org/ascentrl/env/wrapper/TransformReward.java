package org.ascentrl.env.wrapper;

import java.util.function.DoubleUnaryOperator;
import org.ascentrl.env.Environment;

/** Gives a function of each reward. */
public final class TransformReward extends RewardWrapper {

    private final DoubleUnaryOperator function;

    public TransformReward(Environment inner, DoubleUnaryOperator function) {
        super(inner);
        this.function = function;
    }

    @Override
    protected double reward(double reward) {
        return function.applyAsDouble(reward);
    }
}
