package org.ascentrl.envs.box2d;

import java.util.Optional;
import org.ascentrl.env.Environment;
import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.env.StepResult;
import org.ascentrl.env.render.Frame;
import org.ascentrl.env.render.FrameCanvas;
import org.ascentrl.env.space.Action;
import org.ascentrl.env.space.Actions;
import org.ascentrl.random.NumpyGenerator;
import org.jspecify.annotations.Nullable;

/** A {@link Box2dTask} by itself, bare: without step limit, and without a guard against forbidden steps. */
final class Box2dEnvironment implements Environment {

    private final EnvironmentSpec spec;
    private final Box2dTask task;
    private final Actions actions;
    private final NumpyGenerator random = NumpyGenerator.unseeded();
    private @Nullable Box2dEpisode episode;
    private @Nullable FrameCanvas canvas;

    Box2dEnvironment(EnvironmentSpec spec, Box2dTask task) {
        this.spec = spec;
        this.task = task;
        actions = Actions.of(spec.actionSpace(), 1);
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
        close();
        Box2dEpisode next = task.begin(random);
        episode = next;
        return observation(next);
    }

    @Override
    public StepResult step(Action action) {
        Box2dEpisode current = running("step");
        actions.set(0, action);
        double reward = current.advance(actions, 0, random);
        return new StepResult(observation(current), reward, current.terminated());
    }

    private float[] observation(Box2dEpisode current) {
        float[] observation = new float[spec.observationSpace().flatSize()];
        current.observe(observation, 0);
        return observation;
    }

    private Box2dEpisode running(String operation) {
        if (episode == null) {
            throw new IllegalStateException(
                    spec.id() + ": " + operation + " before reset, or after close. Call reset.");
        }
        return episode;
    }

    @Override
    public Optional<Frame> render() {
        return Optional.of(canvas().draw(running("render")::paint));
    }

    @Override
    public Optional<Frame> render(int width, int height) {
        return Optional.of(canvas().draw(width, height, running("render")::paint));
    }

    /** Made for the first frame: who never renders does without. */
    private FrameCanvas canvas() {
        if (canvas == null) {
            canvas = new FrameCanvas(Scene.WIDTH, Scene.HEIGHT);
        }
        return canvas;
    }

    @Override
    public int framesPerSecond() {
        return PhysicsWorld.STEPS_PER_SECOND;
    }

    @Override
    public void close() {
        if (episode != null) {
            episode.close();
            episode = null;
        }
    }
}
