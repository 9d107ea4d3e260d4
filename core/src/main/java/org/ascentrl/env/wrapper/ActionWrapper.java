package org.ascentrl.env.wrapper;

import org.ascentrl.env.Environment;
import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.env.StepResult;
import org.ascentrl.env.space.Action;
import org.ascentrl.env.space.Box;
import org.ascentrl.env.space.Space;

/** The base of wrappers that transform actions. */
public abstract class ActionWrapper extends Wrapper {

    private final EnvironmentSpec spec;

    /** @param actions the action space of this environment */
    protected ActionWrapper(Environment inner, Space actions) {
        super(inner);
        spec = inner.spec().withSpaces(inner.spec().observationSpace(), actions);
    }

    /** Returns the action for the wrapped environment. */
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
     * Returns the action space, which must be a box.
     *
     * @throws IllegalArgumentException if it is not a box
     */
    static Box box(String wrapper, Environment environment) {
        if (environment.spec().actionSpace() instanceof Box box) {
            return box;
        }
        throw new IllegalArgumentException(wrapper + " is for environments whose actions are a Box; those of "
                + environment.spec().id() + " are " + environment.spec().actionSpace());
    }
}
