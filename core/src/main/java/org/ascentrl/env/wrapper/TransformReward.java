package org.ascentrl.env.wrapper;

import java.util.function.DoubleUnaryOperator;
import org.ascentrl.env.Environment;
import org.ascentrl.settings.Setting;

/** Gives a function of each reward. */
public final class TransformReward extends RewardWrapper {

    /** The options. */
    public record Settings(
            @Setting("factor of each reward") double scale,

            @Setting("added to the product") double shift) {}

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
