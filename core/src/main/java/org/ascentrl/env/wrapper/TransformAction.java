package org.ascentrl.env.wrapper;

import java.util.function.UnaryOperator;
import org.ascentrl.env.Environment;
import org.ascentrl.env.space.Action;
import org.ascentrl.env.space.Space;

/** Applies a function to each action. */
public final class TransformAction extends ActionWrapper {

    private final UnaryOperator<Action> function;

    /**
     * @param function from an action of this environment to one of the wrapped environment
     * @param actions the action space of this environment
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
