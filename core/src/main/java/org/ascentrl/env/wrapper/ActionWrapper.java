package org.ascentrl.env.wrapper;

import org.ascentrl.env.Environment;
import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.env.StepResult;
import org.ascentrl.env.space.Action;
import org.ascentrl.env.space.Box;
import org.ascentrl.env.space.Space;

/** An environment that changes the actions which another takes. */
public abstract class ActionWrapper extends Wrapper {

    private final EnvironmentSpec spec;

    /** @param actions the space of the actions that this environment takes */
    protected ActionWrapper(Environment inner, Space actions) {
        super(inner);
        spec = inner.spec().withSpaces(inner.spec().observationSpace(), actions);
    }

    /** The action that the other environment takes. */
    protected abstract Action action(Action action);

    @Override
    public final EnvironmentSpec spec() {
        return spec;
    }

    @Override
    public final StepResult step(Action action) {
        return super.step(action(action));
    }

    /**
     * The action space of an environment whose actions are real numbers.
     *
     * @throws IllegalArgumentException if they are not
     */
    static Box box(String wrapper, Environment environment) {
        if (environment.spec().actionSpace() instanceof Box box) {
            return box;
        }
        throw new IllegalArgumentException(wrapper + " is for environments whose actions are a Box; those of "
                + environment.spec().id() + " are " + environment.spec().actionSpace());
    }
}
