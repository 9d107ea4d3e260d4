package org.ascentrl.env.wrapper;

import java.util.function.DoubleUnaryOperator;
import org.ascentrl.env.Environment;
import org.ascentrl.settings.Setting;

/** Applies a function to each reward. */
public final class TransformReward extends RewardWrapper {

    /** The options. */
    public record Settings(
            @Setting("scale of the reward") double scale,

            @Setting("shift, added after scaling") double shift) {}

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
