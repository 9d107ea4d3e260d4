package org.ascentrl.env.wrapper;

import java.util.Optional;
import org.ascentrl.env.Environment;
import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.env.StepResult;
import org.ascentrl.env.render.Frame;
import org.ascentrl.env.space.Action;

/** An environment around another one. Methods that a subclass does not override delegate to it. */
public abstract class Wrapper implements Environment {

    private final Environment inner;

    protected Wrapper(Environment inner) {
        this.inner = inner;
    }

    /** Returns the wrapped environment. */
    public final Environment inner() {
        return inner;
    }

    @Override
    public EnvironmentSpec spec() {
        return inner.spec();
    }

    @Override
    public float[] reset(long seed) {
        return inner.reset(seed);
    }

    @Override
    public float[] reset() {
        return inner.reset();
    }

    @Override
    public StepResult step(Action action) {
        return inner.step(action);
    }

    @Override
    public void actionMask(boolean[] out) {
        inner.actionMask(out);
    }

    @Override
    public Optional<Frame> render() {
        return inner.render();
    }

    @Override
    public Optional<Frame> render(int width, int height) {
        return inner.render(width, height);
    }

    @Override
    public int framesPerSecond() {
        return inner.framesPerSecond();
    }

    @Override
    public void close() {
        inner.close();
    }
}
