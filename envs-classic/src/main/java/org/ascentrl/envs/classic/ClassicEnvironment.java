package org.ascentrl.envs.classic;

import java.util.Optional;
import org.ascentrl.env.Environment;
import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.env.StepResult;
import org.ascentrl.env.render.Frame;
import org.ascentrl.env.space.Action;
import org.ascentrl.random.NumpyGenerator;
import org.jspecify.annotations.Nullable;

/** A {@link ClassicTask} by itself, bare: without step limit, and without a guard against forbidden steps. */
final class ClassicEnvironment implements Environment {

    private final EnvironmentSpec spec;
    private final ClassicTask task;
    private final boolean discrete;
    private final int features;
    private final double[] state;
    private final NumpyGenerator random = NumpyGenerator.unseeded();
    private @Nullable ClassicPicture picture;

    ClassicEnvironment(EnvironmentSpec spec, ClassicTask task) {
        this.spec = spec;
        this.task = task;
        discrete = spec.actionSpace().integers() == 1;
        features = spec.observationSpace().flatSize();
        state = new double[task.stateSize()];
    }

    @Override
    public EnvironmentSpec spec() {
        return spec;
    }

    @Override
    public float[] reset(long seed) {
        random.reseed(seed);
        return reset();
    }

    @Override
    public float[] reset() {
        task.start(random, state, 0);
        float[] observation = new float[features];
        task.observeStart(state, 0, observation, 0);
        return observation;
    }

    @Override
    public StepResult step(Action action) {
        double reward = task.advance(state, 0, discrete ? action.integer(0) : action.real(0), random);
        float[] observation = new float[features];
        task.observe(state, 0, observation, 0);
        return new StepResult(observation, reward, task.terminated(state, 0));
    }

    /** Continues from another state. */
    void state(double[] newState) {
        System.arraycopy(newState, 0, state, 0, newState.length);
    }

    double[] state() {
        return state.clone();
    }

    @Override
    public Optional<Frame> render() {
        return Optional.of(picture().draw(state));
    }

    @Override
    public Optional<Frame> render(int width, int height) {
        return Optional.of(picture().draw(state, width, height));
    }

    /** Made for the first frame: who never renders does without. */
    private ClassicPicture picture() {
        if (picture == null) {
            picture = task.picture();
        }
        return picture;
    }

    @Override
    public int framesPerSecond() {
        return task.framesPerSecond();
    }
}
