package org.ascentrl.env.wrapper;

import org.ascentrl.env.Environment;
import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.env.StepResult;
import org.ascentrl.env.space.Action;
import org.ascentrl.env.space.Observations;

/**
 * Refuses a negative seed, and a step before the first reset, after the episode's end, or with an action outside the
 * space. After a reset or a step failed, only a reset is accepted.
 */
public final class StepGuard extends Wrapper {

    private enum Phase {
        NEW,
        RUNNING,
        OVER
    }

    private final EnvironmentSpec spec;
    private Phase phase = Phase.NEW;

    public StepGuard(Environment inner) {
        super(inner);
        spec = inner.spec();
    }

    @Override
    public EnvironmentSpec spec() {
        return spec;
    }

    @Override
    public float[] reset(long seed) {
        requireNotNegative(seed);
        phase = Phase.NEW;
        float[] observation = super.reset(seed);
        phase = Phase.RUNNING;
        return observation;
    }

    @Override
    public void reset(long seed, Observations out, int row) {
        requireNotNegative(seed);
        phase = Phase.NEW;
        inner().reset(seed, out, row);
        phase = Phase.RUNNING;
    }

    @Override
    public float[] reset() {
        phase = Phase.NEW;
        float[] observation = super.reset();
        phase = Phase.RUNNING;
        return observation;
    }

    private void requireNotNegative(long seed) {
        if (seed < 0) {
            throw new IllegalArgumentException(spec.id() + ": seed " + seed + "; a seed must not be negative");
        }
    }

    @Override
    public StepResult step(Action action) {
        requireAllowed(action);
        return stepped(super.step(action));
    }

    @Override
    public StepResult step(Action action, Observations out, int row) {
        requireAllowed(action);
        return stepped(inner().step(action, out, row));
    }

    private void requireAllowed(Action action) {
        if (phase != Phase.RUNNING) {
            throw new IllegalStateException(spec.id()
                    + (phase == Phase.NEW ? ": step before reset" : ": step after the episode's end")
                    + ". Call reset first.");
        }
        if (!spec.actionSpace().contains(action)) {
            throw new IllegalArgumentException(spec.id() + ": action " + action + " is not in " + spec.actionSpace());
        }
        phase = Phase.OVER;
    }

    private StepResult stepped(StepResult result) {
        if (!result.done()) {
            phase = Phase.RUNNING;
        }
        return result;
    }
}
