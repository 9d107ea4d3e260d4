package org.ascentrl.report.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.ascentrl.actor.ActRequest;
import org.ascentrl.actor.Actor;
import org.ascentrl.env.Environment;
import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.env.StepResult;
import org.ascentrl.env.registry.EnvironmentFactory;
import org.ascentrl.env.render.Frame;
import org.ascentrl.env.render.VideoSink;
import org.ascentrl.env.space.Action;
import org.ascentrl.env.space.Actions;
import org.ascentrl.env.space.Box;
import org.ascentrl.env.space.Discrete;
import org.ascentrl.env.space.Masks;
import org.ascentrl.env.space.Space;
import org.ascentrl.envs.classic.CartPoleSettings;
import org.ascentrl.random.Streams;
import org.ascentrl.state.State;
import org.ascentrl.training.Evaluator;
import org.ascentrl.wiring.Bootstrap;
import org.junit.jupiter.api.Test;

class RecorderTest {

    private static final Streams STREAMS = new Streams(5);
    private static final Discrete CHOICES = new Discrete(3);

    private final Frames frames = new Frames();

    @Test
    void drawsTheFirstStateAndEachAfterAStep() {
        Task task = new Task(CHOICES, 4);

        int count = Recorder.record(task, new Probe(), STREAMS, 2, 1000, frames);

        assertThat(count).isEqualTo(10);
        assertThat(frames.numbers).containsExactly(0, 1, 2, 3, 4, 0, 1, 2, 3, 4);
    }

    @Test
    void stopsAtTheMostFramesWithinAnEpisode() {
        assertThat(Recorder.record(new Task(CHOICES, 4), new Probe(), STREAMS, 3, 7, frames))
                .isEqualTo(7);
        assertThat(frames.numbers).containsExactly(0, 1, 2, 3, 4, 0, 1);
    }

    @Test
    void startsNoEpisodeWhenTheFramesAreFull() {
        Task task = new Task(CHOICES, 4);

        assertThat(Recorder.record(task, new Probe(), STREAMS, 3, 5, frames)).isEqualTo(5);
        assertThat(task.seeds).hasSize(1);
    }

    @Test
    void actsGreedilyOnWhatIsObserved() {
        Probe probe = new Probe();

        Recorder.record(new Task(CHOICES, 3), probe, STREAMS, 1, 1000, frames);

        assertThat(probe.observed).containsExactly(0f, 1f, 2f);
        assertThat(probe.explored).containsExactly(false, false, false);
    }

    @Test
    void clearsMemoryWhereAnEpisodeStarts() {
        Probe probe = new Probe();

        Recorder.record(new Task(CHOICES, 3), probe, STREAMS, 2, 1000, frames);

        assertThat(probe.remembered).containsExactly(0f, 1f, 2f, 0f, 1f, 2f);
    }

    @Test
    void tellsWhatIsAllowed() {
        Probe probe = new Probe();

        Recorder.record(new Task(CHOICES, 3), probe, STREAMS, 1, 1000, frames);

        assertThat(probe.masks).hasToString("[011, all, 011]");
    }

    @Test
    void clipsActionsIntoTheBox() {
        Task task = new Task(Box.of(-1, 1, 2), 1);

        Recorder.record(task, new Probe(), STREAMS, 1, 1000, frames);

        assertThat(task.actions).containsExactly(Action.of(1f, -1f));
    }

    @Test
    void playsTheEpisodesThatAnEvaluationPlays() {
        EnvironmentFactory cartPole = Bootstrap.discover().environment("CartPole-v1", new CartPoleSettings(false));
        Balance balance = new Balance();
        int steps = new Evaluator(cartPole::createVector, STREAMS, 20)
                .evaluate(balance, false).episodes().stream()
                        .limit(3)
                        .mapToInt(episode -> episode.length())
                        .sum();

        try (Environment environment = cartPole.create()) {
            assertThat(Recorder.record(environment, balance, STREAMS, 3, 10_000, frames))
                    .isEqualTo(steps + 3);
        }
    }

    @Test
    void refusesAnEnvironmentThatDrawsNothing() {
        Task task = new Task(CHOICES, 3);
        task.draws = false;

        assertThatThrownBy(() -> Recorder.record(task, new Probe(), STREAMS, 1, 1000, frames))
                .isInstanceOf(VideoException.class)
                .hasMessage("Task-v0: draws no frames, so there can be no video of it. Leave out the video, or give the"
                        + " environment a render().");
    }

    @Test
    void refusesToRecordNothing() {
        assertThatThrownBy(() -> Recorder.record(new Task(CHOICES, 3), new Probe(), STREAMS, 0, 5, frames))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("record: 0 episodes, at most 5 frames");
    }

    /** Observes and draws the number of the step; after an odd number of steps everything is allowed. */
    private static final class Task implements Environment {

        private final Space space;
        private final int length;
        private final List<Long> seeds = new ArrayList<>();
        private final List<Action> actions = new ArrayList<>();
        private boolean draws = true;
        private int step;

        Task(Space space, int length) {
            this.space = space;
            this.length = length;
        }

        @Override
        public EnvironmentSpec spec() {
            return new EnvironmentSpec(
                    "Task-v0", OptionalInt.empty(), OptionalDouble.empty(), Box.of(0, 1000, 1), space);
        }

        @Override
        public float[] reset(long seed) {
            seeds.add(seed);
            return reset();
        }

        @Override
        public float[] reset() {
            step = 0;
            return new float[] {step};
        }

        @Override
        public StepResult step(Action action) {
            actions.add(action);
            step++;
            return new StepResult(new float[] {step}, 1, step == length);
        }

        @Override
        public void actionMask(boolean[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = i > 0 || step % 2 == 1;
            }
        }

        @Override
        public Optional<Frame> render() {
            return draws ? Optional.of(new Frame(1, 1, new int[] {step})) : Optional.empty();
        }
    }

    /** Notes what it is asked, counts in its memory, and goes beyond the bounds of a box. */
    private static final class Probe implements Actor {

        private final List<Float> observed = new ArrayList<>();
        private final List<Boolean> explored = new ArrayList<>();
        private final List<Float> remembered = new ArrayList<>();
        private final List<Masks> masks = new ArrayList<>();

        @Override
        public void act(ActRequest in, Actions out) {
            observed.add(in.observations().floats()[0]);
            explored.add(in.explore());
            remembered.add(in.memory()[0]++);
            masks.add(in.masks());
            if (out.realsPerRow() > 0) {
                out.reals()[0] = 3;
                out.reals()[1] = -3;
            } else {
                out.integers()[0] = 1;
            }
        }

        @Override
        public int memorySize() {
            return 1;
        }

        @Override
        public void state(State s) {}
    }

    /** Pushes to where the pole falls, so that lengths of episodes depend on how they start. */
    private static final class Balance implements Actor {

        @Override
        public void act(ActRequest in, Actions out) {
            for (int row = 0; row < in.rows(); row++) {
                out.integers()[row] = in.observations().floats()[4 * row + 2] > 0 ? 1 : 0;
            }
        }

        @Override
        public void state(State s) {}
    }

    private static final class Frames implements VideoSink {

        private final List<Integer> numbers = new ArrayList<>();

        @Override
        public void add(Frame frame) {
            numbers.add(frame.rgb()[0]);
        }

        @Override
        public void close() {}
    }
}
