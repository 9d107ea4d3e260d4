package org.ascentrl.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.ascentrl.actor.ActRequest;
import org.ascentrl.actor.Actor;
import org.ascentrl.env.Environment;
import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.env.StepResult;
import org.ascentrl.env.registry.EnvironmentFactory;
import org.ascentrl.env.space.Action;
import org.ascentrl.env.space.Actions;
import org.ascentrl.env.space.Box;
import org.ascentrl.env.space.Dict;
import org.ascentrl.env.space.Discrete;
import org.ascentrl.env.space.Observations;
import org.ascentrl.env.space.Space;
import org.ascentrl.env.vector.VectorEnvironment;
import org.ascentrl.experience.Horizon;
import org.ascentrl.experience.Minibatch;
import org.ascentrl.experience.Progress;
import org.ascentrl.experience.Rollout;
import org.ascentrl.experience.Schedule;
import org.ascentrl.random.NumpyGenerator;
import org.ascentrl.random.Streams;
import org.ascentrl.replay.Prioritization;
import org.ascentrl.replay.ReplayBuffer;
import org.ascentrl.replay.ReplaySettings;
import org.ascentrl.replay.Transitions;
import org.ascentrl.state.State;
import org.junit.jupiter.api.Test;

/** Bytes and parts on their way from an environment to a minibatch and to a batch of replay. */
class TypedObservationsTest {

    private static final Progress START = new Progress(0, 100);
    private static final Box IMAGE = Box.bytes(2, 2);
    private static final Space IMAGE_AND_SPEED = new Dict(Map.of("image", IMAGE, "speed", Box.of(-1, 1, 1)));

    /** The step is shown in the pixels, and by the half in the speed. An episode has three steps. */
    private static final class Screen implements Environment {

        private final EnvironmentSpec spec;
        private int step;

        Screen(Space observations) {
            spec = new EnvironmentSpec(
                    "Screen-v0", OptionalInt.empty(), OptionalDouble.empty(), observations, new Discrete(2));
        }

        @Override
        public EnvironmentSpec spec() {
            return spec;
        }

        @Override
        public float[] reset(long seed) {
            throw new AssertionError("the typed form is there");
        }

        @Override
        public float[] reset() {
            throw new AssertionError("the typed form is there");
        }

        @Override
        public StepResult step(Action action) {
            throw new AssertionError("the typed form is there");
        }

        @Override
        public void reset(long seed, Observations out, int row) {
            step = 0;
            write(out, row);
        }

        @Override
        public StepResult step(Action action, Observations out, int row) {
            step++;
            write(out, row);
            return new StepResult(new float[0], step, step == 3);
        }

        private void write(Observations out, int row) {
            byte[] pixels = {(byte) step, (byte) (200 + step), 0, (byte) 255};
            if (spec.observationSpace() instanceof Dict) {
                out.part("image").set(row, pixels);
                out.part("speed").set(row, new float[] {step / 4f});
            } else {
                out.set(row, pixels);
            }
        }
    }

    /** Takes the second action where it sees an odd first pixel. */
    private static final class Seeing implements Actor {

        @Override
        public void act(ActRequest in, Actions out) {
            Observations image = in.observations().space() instanceof Dict
                    ? in.observations().part("image")
                    : in.observations();
            assertThat(image.hasBytes()).isTrue();
            for (int row = 0; row < in.rows(); row++) {
                out.integers()[row] = (int) image.flat(row)[0] % 2;
            }
        }

        @Override
        public void state(State s) {}
    }

    private static Rollout collect(Space observations, Horizon horizon) {
        VectorEnvironment vector = EnvironmentFactory.of(
                        new Screen(observations).spec(), () -> new Screen(observations))
                .createVector(2);
        try (ChunkRunner runner = new ChunkRunner(0, vector, true, new Streams(1))) {
            return Rollout.of(vector.spec(), runner.run(new Seeing(), horizon, START));
        }
    }

    private static float[] pixels(int step) {
        return new float[] {step, 200 + step, 0, 255};
    }

    @Test
    void bytesStayBytesInRolloutsAndMinibatches() {
        Rollout tau = collect(IMAGE, Horizon.steps(4));
        assertThat(tau.observations().hasBytes()).isTrue();
        assertThat(tau.observations().space()).isEqualTo(IMAGE);
        for (int row = 0; row < tau.rows(); row++) {
            assertThat(tau.observations().flat(row)).containsExactly(pixels(row % 4 % 3));
            assertThat(tau.actions().integers()[row]).isEqualTo(row % 4 % 3 % 2);
        }
        assertThat(tau.finalObservations().flat(0)).containsExactly(pixels(3));
        assertThat(tau.finalObservations().flat(1)).containsExactly(pixels(1));
        for (Minibatch batch : Minibatch.shuffled(tau, 3, new NumpyGenerator(1))) {
            assertThat(batch.observations().hasBytes()).isTrue();
            for (int row = 0; row < batch.rows(); row++) {
                int step = (int) batch.of(tau.rewards())[row] - 1;
                assertThat(batch.observations().flat(row)).containsExactly(pixels(step));
            }
        }
    }

    @Test
    void partsKeepTheirTypesAndValuesInReplay() {
        Rollout tau = collect(IMAGE_AND_SPEED, Horizon.episodes(1));
        Prioritization uniform = new Prioritization(0, new Schedule(0.5, 1), 1e-6);
        EnvironmentSpec spec = new Screen(IMAGE_AND_SPEED).spec();
        ReplayBuffer replay =
                new ReplayBuffer(new ReplaySettings(100, uniform, true), spec, 1, 0.5, new NumpyGenerator(1));
        replay.add(tau);
        Transitions drawn = replay.sample(20, START);
        assertThat(drawn.observations().part("image").hasBytes()).isTrue();
        assertThat(drawn.observations().part("speed").hasBytes()).isFalse();
        for (int row = 0; row < drawn.size(); row++) {
            int step = (int) drawn.returns()[row] - 1;
            assertThat(drawn.observations().part("image").flat(row)).containsExactly(pixels(step));
            assertThat(drawn.observations().part("speed").flat(row)).containsExactly(step / 4f);
            assertThat(drawn.nextObservations().part("image").flat(row)).containsExactly(pixels(step + 1));
            assertThat(drawn.nextObservations().part("speed").flat(row)).containsExactly((step + 1) / 4f);
        }
        assertThat(replay.bytes()).isEqualTo(100 * (4 + 4 + 4 + 4 + 4 + 1));
    }
}
