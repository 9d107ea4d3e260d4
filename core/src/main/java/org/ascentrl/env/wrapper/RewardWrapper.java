package org.ascentrl.env.wrapper;

import org.ascentrl.env.Environment;
import org.ascentrl.env.StepResult;
import org.ascentrl.env.space.Action;

/** The base of wrappers that transform rewards. */
public abstract class RewardWrapper extends Wrapper {

    protected RewardWrapper(Environment inner) {
        super(inner);
    }

    protected abstract double reward(double reward);

    @Override
    public final StepResult step(Action action) {
        StepResult result = super.step(action);
        return new StepResult(
                result.observation(), reward(result.reward()), result.terminated(), result.truncated(), result.info());
    }
}
