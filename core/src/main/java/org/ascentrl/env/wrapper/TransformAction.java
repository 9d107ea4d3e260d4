package org.ascentrl.env.wrapper;

import java.util.function.UnaryOperator;
import org.ascentrl.env.Environment;
import org.ascentrl.env.space.Action;
import org.ascentrl.env.space.Space;

/** Acts with a function of each action. */
public final class TransformAction extends ActionWrapper {

    private final UnaryOperator<Action> function;

    /**
     * @param function to an action of the environment
     * @param actions the space of its arguments
     */
    public TransformAction(Environment inner, UnaryOperator<Action> function, Space actions) {
        super(inner, actions);
        this.function = function;
    }

    @Override
    protected Action action(Action action) {
        return function.apply(action);
    }
}
