package org.ascentrl.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.ascentrl.actor.ActRequest;
import org.ascentrl.actor.Actor;
import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.env.space.Actions;
import org.ascentrl.env.vector.EnvironmentException;
import org.ascentrl.env.vector.EpisodeSeeds;
import org.ascentrl.env.vector.StepBatch;
import org.ascentrl.env.vector.VectorEnvironment;
import org.ascentrl.experience.Horizon;
import org.ascentrl.experience.Progress;
import org.ascentrl.random.Streams;
import org.ascentrl.state.State;
import org.ascentrl.testing.FaultyEnvironment;
import org.ascentrl.testing.FaultyEnvironment.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** An environment that fails is named, with its slot in the run, the seed of the episode, the step and the action. */
class EnvironmentFailureTest {

    private static final Streams STREAMS = new Streams(3);

    /** Always takes the second choice. */
    private static final Actor SECOND = new Actor() {
        @Override
        public void act(ActRequest in, Actions out) {
            Arrays.fill(out.integers(), 1);
        }

        @Override
        public void state(State s) {}
    };

    private static void collect(int firstSlot, VectorEnvironment environment) {
        try (ChunkRunner runner = new ChunkRunner(firstSlot, environment, true, STREAMS)) {
            runner.run(SECOND, Horizon.episodes(2), new Progress(0, 1));
        }
    }

    private static VectorEnvironment faulty(Fault fault, int step) {
        return FaultyEnvironment.factory(new FaultyEnvironment.Settings(fault, step))
                .createVector(2);
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of(Fault.EXCEPTION, "java.lang.IllegalStateException: " + FaultyEnvironment.MESSAGE),
                Arguments.of(Fault.NAN_REWARD, "NaN"),
                Arguments.of(Fault.NAN_OBSERVATION, "NaN"),
                Arguments.of(Fault.LONG_OBSERVATION, "2"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void inAStep(Fault fault, String what) {
        assertThatThrownBy(() -> collect(4, faulty(fault, 3)))
                .isInstanceOf(EnvironmentException.class)
                .hasMessageStartingWith(
                        "Faulty-v0, slot 4, episode with seed " + STREAMS.episodeSeed(4, 0) + ", step 3, action 1: ")
                .hasMessageContaining(what);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void inAReset(Fault fault, String what) {
        if (fault == Fault.NAN_REWARD) {
            return; // a reset gives none
        }
        assertThatThrownBy(() -> collect(2, faulty(fault, 0)))
                .isInstanceOf(EnvironmentException.class)
                .hasMessageStartingWith(
                        "Faulty-v0, slot 2, episode with seed " + STREAMS.episodeSeed(2, 0) + ", reset: ")
                .hasMessageContaining(what);
    }

    @Test
    void keepsTheCauseAndWhereItWasThrown() {
        assertThatThrownBy(() -> collect(4, faulty(Fault.EXCEPTION, 3)))
                .cause()
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(FaultyEnvironment.MESSAGE)
                .satisfies(cause -> assertThat(cause.getStackTrace()[0].getClassName())
                        .isEqualTo(FaultyEnvironment.class.getName()));
    }

    /** Changes a batch that was right, after so many steps. */
    private static final class Spoiled implements VectorEnvironment {

        private final VectorEnvironment inner;
        private final int step;
        private final Consumer<StepBatch> spoiling;
        private int steps;

        Spoiled(VectorEnvironment inner, int step, Consumer<StepBatch> spoiling) {
            this.inner = inner;
            this.step = step;
            this.spoiling = spoiling;
        }

        @Override
        public int size() {
            return inner.size();
        }

        @Override
        public EnvironmentSpec spec() {
            return inner.spec();
        }

        @Override
        public void reset(EpisodeSeeds seeds, StepBatch out) {
            inner.reset(seeds, out);
            spoil(out);
        }

        @Override
        public void step(Actions actions, boolean[] active, StepBatch out) {
            inner.step(actions, active, out);
            steps++;
            spoil(out);
        }

        private void spoil(StepBatch out) {
            if (steps == step) {
                spoiling.accept(out);
            }
        }

        @Override
        public void close() {
            inner.close();
        }
    }

    private static VectorEnvironment spoiled(int step, Consumer<StepBatch> spoiling) {
        return new Spoiled(faulty(Fault.EXCEPTION, 100), step, spoiling);
    }

    @Test
    void checksWhatAVectorEnvironmentGivesWithoutLookingItself() {
        String place = "Faulty-v0, slot 6, episode with seed ";
        assertThatThrownBy(() -> collect(5, spoiled(2, out -> out.rewards[1] = Double.NEGATIVE_INFINITY)))
                .isInstanceOf(EnvironmentException.class)
                .hasMessage(place + STREAMS.episodeSeed(6, 0) + ", step 2, action 1: reward is -Infinity");
        assertThatThrownBy(() -> collect(5, spoiled(2, out -> out.observations.floats()[1] = Float.NaN)))
                .isInstanceOf(EnvironmentException.class)
                .hasMessage(place + STREAMS.episodeSeed(6, 0) + ", step 2, action 1: observation[0] is NaN");
        assertThatThrownBy(() ->
                        collect(5, spoiled(20, out -> out.finalObservations.floats()[1] = Float.NaN)))
                .isInstanceOf(EnvironmentException.class)
                .hasMessage(place + STREAMS.episodeSeed(6, 0) + ", step 20, action 1: observation[0] is NaN");
        assertThatThrownBy(() -> collect(5, spoiled(20, out -> out.observations.floats()[1] = Float.NaN)))
                .isInstanceOf(EnvironmentException.class)
                .hasMessage(place + STREAMS.episodeSeed(6, 1) + ", reset: observation[0] is NaN");
        assertThatThrownBy(() -> collect(5, spoiled(0, out -> out.observations.floats()[1] = Float.NaN)))
                .isInstanceOf(EnvironmentException.class)
                .hasMessage(place + STREAMS.episodeSeed(6, 0) + ", reset: observation[0] is NaN");
    }

    @Test
    void namesTheStepOfALaterEpisode() {
        assertThatThrownBy(() -> collect(5, spoiled(23, out -> out.rewards[0] = Double.NaN)))
                .isInstanceOf(EnvironmentException.class)
                .hasMessage("Faulty-v0, slot 5, episode with seed " + STREAMS.episodeSeed(5, 1)
                        + ", step 3, action 1: reward is NaN");
    }
}
