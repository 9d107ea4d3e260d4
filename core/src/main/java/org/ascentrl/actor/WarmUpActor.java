package org.ascentrl.actor;

import org.ascentrl.distribution.ActionRange;
import org.ascentrl.env.space.Actions;
import org.ascentrl.env.space.Space;
import org.ascentrl.state.State;

/** Explores with any actions of a bounded space, all alike, for the first steps of training; then acts as another does. */
public final class WarmUpActor implements Actor {

    private final Actor then;
    private final ActionRange range;
    private final long steps;

    /**
     * @param steps environment steps of training, over all slots
     * @throws IllegalArgumentException if the space is not a box with finite bounds
     */
    public WarmUpActor(Actor then, Space actions, long steps) {
        this.then = then;
        range = ActionRange.of(actions);
        this.steps = steps;
    }

    @Override
    public void act(ActRequest in, Actions out) {
        if (!in.explore() || in.progress().steps() >= steps) {
            then.act(in, out);
            return;
        }
        for (int row = 0; row < in.rows(); row++) {
            range.any(row, in.random().row(row), out);
        }
    }

    @Override
    public int memorySize() {
        return then.memorySize();
    }

    @Override
    public void state(State s) {
        then.state(s);
    }
}
