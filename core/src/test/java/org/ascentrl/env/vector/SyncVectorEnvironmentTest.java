package org.ascentrl.env.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.ascentrl.env.Environment;
import org.ascentrl.env.space.Action;
import org.ascentrl.env.space.Actions;
import org.ascentrl.env.wrapper.Wrapper;
import org.ascentrl.testing.ChainEnvironment;
import org.ascentrl.testing.FaultyEnvironment;
import org.ascentrl.testing.FaultyEnvironment.Fault;
import org.ascentrl.testing.MaskedBandit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SyncVectorEnvironmentTest {

    private static final EpisodeSeeds SEEDS = (slot, episode) -> 100L * (slot + 1) + episode;

    /** A chain of three states, truncated after 3 steps: reward −1 a step and 5 more at the end. */
    private static Environment chain() {
        return ChainEnvironment.factory(new ChainEnvironment.Settings(3, 3, -1, 5))
                .create();
    }

    private static SyncVectorEnvironment faulty(Fault fault, int step) {
        return new SyncVectorEnvironment(IntStream.range(0, 2)
                .mapToObj(slot -> FaultyEnvironment.factory(new FaultyEnvironment.Settings(
                                slot == 1 ? fault : Fault.EXCEPTION, slot == 1 ? step : -1))
                        .create())
                .toList());
    }

    @Test
    void aSlotThatEndsStartsItsNextEpisodeInTheSameStep() {
        SyncVectorEnvironment vector = new SyncVectorEnvironment(List.of(chain(), chain()));
        StepBatch out = new StepBatch(vector.spec(), 2);
        Actions actions = Actions.of(vector.spec().actionSpace(), 2);
        boolean[] active = {true, true};
        vector.reset(SEEDS, out);
        assertThat(out.observations.floats()).containsExactly(1, 0, 0, 1, 0, 0);

        actions.set(0, ChainEnvironment.RIGHT);
        actions.set(1, ChainEnvironment.LEFT);
        vector.step(actions, active, out);
        assertThat(out.observations.floats()).containsExactly(0, 1, 0, 1, 0, 0);
        assertThat(out.rewards).containsExactly(-1, -1);

        vector.step(actions, active, out);
        assertThat(out.terminated).containsExactly(true, false);
        assertThat(out.truncated).containsExactly(false, false);
        assertThat(out.rewards).containsExactly(4, -1);
        assertThat(out.observations.floats()).containsExactly(1, 0, 0, 1, 0, 0);
        assertThat(out.finalObservations.flat(0)).containsExactly(0, 0, 1);
        assertThat(out.episodeReturns[0]).isEqualTo(3);
        assertThat(out.episodeLengths[0]).isEqualTo(2);

        actions.set(1, ChainEnvironment.RIGHT);
        vector.step(actions, active, out);
        assertThat(out.terminated).containsExactly(false, false);
        assertThat(out.truncated).containsExactly(false, true);
        assertThat(out.finalObservations.flat(1)).containsExactly(0, 1, 0);
        assertThat(out.episodeReturns[1]).isEqualTo(-3);
        assertThat(out.episodeLengths[1]).isEqualTo(3);
    }

    @Test
    void masksAreThoseOfTheStateThatIsActedOn() {
        Environment single =
                MaskedBandit.factory(new MaskedBandit.Settings(4, 2)).create();
        SyncVectorEnvironment vector = new SyncVectorEnvironment(List.of(single));
        StepBatch out = new StepBatch(vector.spec(), 1);
        Actions actions = Actions.of(vector.spec().actionSpace(), 1);
        vector.reset(SEEDS, out);
        for (int step = 0; step < 20; step++) {
            for (int arm = 0; arm < 4; arm++) {
                assertThat(out.actionMask[arm]).isEqualTo(out.observations.floats()[arm] == 0);
                actions.set(0, out.actionMask[arm] ? Action.of(arm) : actions.get(0));
            }
            vector.step(actions, new boolean[] {true}, out);
            assertThat(out.truncated[0]).isEqualTo(step % 2 == 1);
            for (int arm = 0; out.done(0) && arm < 4; arm++) {
                assertThat(out.finalActionMask[arm])
                        .isEqualTo(out.finalObservations.floats()[arm] == 0);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EXCEPTION|java.lang.IllegalStateException: the motor is stuck",
                "NAN_OBSERVATION|the observation [NaN] is not finite",
                "NAN_REWARD|the reward NaN is not finite",
                "LONG_OBSERVATION|the observation has 2 numbers, but the flat view of Box(0.0, 1.0, [1]) has 1"
            })
    void aFailureNamesEnvironmentSlotSeedStepAndAction(Fault fault, String what) {
        SyncVectorEnvironment vector = faulty(fault, 3);
        StepBatch out = new StepBatch(vector.spec(), 2);
        Actions actions = Actions.of(vector.spec().actionSpace(), 2);
        actions.set(1, Action.of(1));
        boolean[] active = {true, true};
        vector.reset(SEEDS, out);
        vector.step(actions, active, out);
        vector.step(actions, active, out);
        assertThatExceptionOfType(EnvironmentException.class)
                .isThrownBy(() -> vector.step(actions, active, out))
                .withMessage("Faulty-v0, slot 1, episode with seed 200, step 3, action 1: " + what);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EXCEPTION|java.lang.IllegalStateException: the motor is stuck",
                "NAN_OBSERVATION|the observation [NaN] is not finite",
                "LONG_OBSERVATION|the observation has 2 numbers, but the flat view of Box(0.0, 1.0, [1]) has 1"
            })
    void aFailureInAResetNamesEnvironmentSlotAndSeed(Fault fault, String what) {
        SyncVectorEnvironment vector = faulty(fault, 0);
        assertThatExceptionOfType(EnvironmentException.class)
                .isThrownBy(() -> vector.reset(SEEDS, new StepBatch(vector.spec(), 2)))
                .withMessage("Faulty-v0, slot 1, episode with seed 200, reset: " + what);
    }

    @Test
    void aFailureKeepsItsCause() {
        SyncVectorEnvironment vector = faulty(Fault.EXCEPTION, 0);
        assertThatExceptionOfType(EnvironmentException.class)
                .isThrownBy(() -> vector.reset(SEEDS, new StepBatch(vector.spec(), 2)))
                .withCauseInstanceOf(IllegalStateException.class);
    }

    @Test
    void aResetAfterAFailedOneIsDueBeforeAStep() {
        SyncVectorEnvironment vector = faulty(Fault.EXCEPTION, 0);
        StepBatch out = new StepBatch(vector.spec(), 2);
        assertThatExceptionOfType(EnvironmentException.class).isThrownBy(() -> vector.reset(SEEDS, out));
        assertThatIllegalStateException()
                .isThrownBy(
                        () -> vector.step(Actions.of(vector.spec().actionSpace(), 2), new boolean[] {true, false}, out))
                .withMessage("Faulty-v0: step before reset. Call reset first.");
    }

    @Test
    void refusesNoEnvironmentsAndDifferentSpecs() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SyncVectorEnvironment(List.of()))
                .withMessage("a vector environment needs at least one environment");
        Environment longer = ChainEnvironment.factory(new ChainEnvironment.Settings(4, 3, -1, 5))
                .create();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SyncVectorEnvironment(List.of(chain(), longer)))
                .withMessageContaining("must have one spec")
                .withMessageContaining("Discrete(3)")
                .withMessageContaining("Discrete(4)");
    }

    @Test
    void closesEachEnvironment() {
        List<String> closed = new ArrayList<>();
        new SyncVectorEnvironment(List.of(new Closing(chain(), "a", closed), new Closing(chain(), "b", closed)))
                .close();
        assertThat(closed).containsExactly("a", "b");
    }

    private static final class Closing extends Wrapper {
        private final String name;
        private final List<String> closed;

        Closing(Environment inner, String name, List<String> closed) {
            super(inner);
            this.name = name;
            this.closed = closed;
        }

        @Override
        public void close() {
            closed.add(name);
        }
    }
}
