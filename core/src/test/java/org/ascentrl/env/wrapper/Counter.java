package org.ascentrl.env.wrapper;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.ascentrl.env.Environment;
import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.env.StepResult;
import org.ascentrl.env.render.Frame;
import org.ascentrl.env.space.Action;
import org.ascentrl.env.space.Box;
import org.ascentrl.env.space.Discrete;

/** Observes the number of steps, which is the reward too, and terminates at a given one. Guards nothing. */
final class Counter implements Environment {

    boolean fails;
    boolean closed;

    private final int end;
    private int steps;

    Counter(int end) {
        this.end = end;
    }

    @Override
    public EnvironmentSpec spec() {
        return new EnvironmentSpec(
                "Counter-v0", OptionalInt.empty(), OptionalDouble.empty(), Box.of(0, 100, 1), new Discrete(2));
    }

    @Override
    public float[] reset(long seed) {
        return reset();
    }

    @Override
    public float[] reset() {
        failIfAsked();
        steps = 0;
        return new float[] {0};
    }

    @Override
    public StepResult step(Action action) {
        failIfAsked();
        steps++;
        return new StepResult(new float[] {steps}, steps, steps >= end, false, Map.of("steps", steps));
    }

    private void failIfAsked() {
        if (fails) {
            throw new IllegalStateException("broken");
        }
    }

    @Override
    public void actionMask(boolean[] out) {
        out[0] = true;
        out[1] = false;
    }

    @Override
    public Optional<Frame> render() {
        return Optional.of(new Frame(1, 1, new int[1]));
    }

    @Override
    public void close() {
        closed = true;
    }
}
