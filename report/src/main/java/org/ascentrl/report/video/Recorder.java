package org.ascentrl.report.video;

import org.ascentrl.actor.ActRequest;
import org.ascentrl.actor.Actor;
import org.ascentrl.env.Environment;
import org.ascentrl.env.StepResult;
import org.ascentrl.env.render.Frame;
import org.ascentrl.env.render.VideoSink;
import org.ascentrl.env.space.Action;
import org.ascentrl.env.space.Actions;
import org.ascentrl.env.space.Box;
import org.ascentrl.env.space.Masks;
import org.ascentrl.env.space.Observations;
import org.ascentrl.env.space.Space;
import org.ascentrl.experience.Progress;
import org.ascentrl.random.NumpyGenerator;
import org.ascentrl.random.RowRandom;
import org.ascentrl.random.Streams;

/** Films an actor: plays greedy episodes, and draws a frame after each reset and each step. */
public final class Recorder {

    private static final Progress TRAINED = new Progress(1, 1);

    private final Environment environment;
    private final Actor actor;
    private final int maxFrames;
    private final VideoSink sink;
    private final NumpyGenerator act = new NumpyGenerator(0);
    private final Actions actions;
    private final boolean[] mask;
    private int frames;

    private Recorder(Environment environment, Actor actor, int maxFrames, VideoSink sink) {
        this.environment = environment;
        this.actor = actor;
        this.maxFrames = maxFrames;
        this.sink = sink;
        Space space = environment.spec().actionSpace();
        actions = Actions.of(space, 1);
        mask = new boolean[space.choices()];
    }

    /**
     * Plays the episodes that an {@link org.ascentrl.training.Evaluator} with the same streams plays first in each of its
     * slots. Closes neither environment nor sink.
     *
     * @param random the run's streams
     * @param episodes how many, at least 1
     * @param maxFrames where to stop, even within an episode, at least 1
     * @return the number of frames
     * @throws VideoException if the environment draws no frames
     */
    public static int record(
            Environment environment, Actor actor, Streams random, int episodes, int maxFrames, VideoSink sink) {
        if (episodes < 1 || maxFrames < 1) {
            throw new IllegalArgumentException(
                    "record: " + episodes + " episodes, at most " + maxFrames + " frames. Give at least 1 of each.");
        }
        Recorder recorder = new Recorder(environment, actor, maxFrames, sink);
        Streams evaluation = new Streams(random.evaluationSeed(0));
        for (int episode = 0; episode < episodes && recorder.frames < maxFrames; episode++) {
            recorder.play(evaluation, episode);
        }
        return recorder.frames;
    }

    private void play(Streams streams, int slot) {
        streams.reseedAct(act, slot, 0);
        float[] memory = new float[actor.memorySize()];
        float[] observation = environment.reset(streams.episodeSeed(slot, 0));
        draw();
        boolean done = false;
        while (!done && frames < maxFrames) {
            StepResult result = environment.step(action(observation, memory));
            draw();
            observation = result.observation();
            done = result.done();
        }
    }

    private Action action(float[] observation, float[] memory) {
        Observations observations = Observations.of(environment.spec().observationSpace(), observation);
        actor.act(new ActRequest(observations, mask(), memory, RowRandom.shared(act), TRAINED, false), actions);
        if (environment.spec().actionSpace() instanceof Box box) {
            float[] reals = actions.reals();
            for (int i = 0; i < reals.length; i++) {
                reals[i] = box.clip(i, reals[i]);
            }
        }
        return actions.get(0);
    }

    private Masks mask() {
        environment.actionMask(mask);
        for (boolean allowed : mask) {
            if (!allowed) {
                return Masks.of(mask.clone(), mask.length);
            }
        }
        return Masks.ALL;
    }

    private void draw() {
        Frame frame = environment
                .render()
                .orElseThrow(() -> new VideoException(environment.spec().id()
                        + ": draws no frames, so there can be no video of it. Leave out the video, or give the"
                        + " environment a render()."));
        sink.add(frame);
        frames++;
    }
}
