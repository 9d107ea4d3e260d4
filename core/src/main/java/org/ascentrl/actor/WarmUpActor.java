package org.ascentrl.actor;

import java.util.random.RandomGenerator;
import org.ascentrl.distribution.ActionRange;
import org.ascentrl.env.space.Actions;
import org.ascentrl.env.space.Discrete;
import org.ascentrl.env.space.Space;
import org.ascentrl.state.State;

/** Acts uniformly at random during warm-up, then delegates to another actor. Greedy requests are always delegated. */
public final class WarmUpActor implements Actor {

    private final Actor then;
    private final RandomAction random;
    private final long steps;

    /** Writes a valid action, drawn uniformly at random, to row {@code row} of {@code out}. */
    private interface RandomAction {
        void draw(ActRequest in, int row, RandomGenerator random, Actions out);
    }

    /**
     * Creates an actor for discrete actions or a bounded box.
     *
     * @param steps environment steps of the warm-up, over all slots
     * @throws IllegalArgumentException if the space is neither discrete nor a box with finite bounds
     */
    public WarmUpActor(Actor then, Space actions, long steps) {
        this.then = then;
        this.random = randomAction(actions);
        this.steps = steps;
    }

    private static RandomAction randomAction(Space actions) {
        if (actions instanceof Discrete discrete) {
            return (in, row, random, out) ->
                    out.integers()[row] = discrete.start() + Exploration.uniform(in.masks(), row, discrete.n(), random);
        }
        ActionRange range = ActionRange.of(actions);
        return (in, row, random, out) -> range.any(row, random, out);
    }

    @Override
    public void act(ActRequest in, Actions out) {
        if (!in.explore() || in.progress().steps() >= steps) {
            then.act(in, out);
            return;
        }
        for (int row = 0; row < in.rows(); row++) {
            random.draw(in, row, in.random().row(row), out);
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
