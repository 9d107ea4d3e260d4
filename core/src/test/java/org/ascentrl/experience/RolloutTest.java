package org.ascentrl.experience;

import static org.ascentrl.experience.Segment.End.CUT;
import static org.ascentrl.experience.Segment.End.TERMINATED;
import static org.ascentrl.experience.Segment.End.TRUNCATED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.env.space.Action;
import org.ascentrl.env.space.Actions;
import org.ascentrl.env.space.Box;
import org.ascentrl.env.space.Discrete;
import org.ascentrl.env.space.Masks;
import org.ascentrl.env.space.Observations;
import org.ascentrl.env.space.Space;
import org.ascentrl.tensor.Shape;
import org.ascentrl.tensor.Tensors;
import org.ascentrl.testing.ReferenceBackend;
import org.ascentrl.testing.Rollouts;
import org.junit.jupiter.api.Test;

/** {@link SlotRecorder} and the {@link Rollout} it becomes. */
class RolloutTest {

    private static final Space ACTIONS = new Discrete(3);
    private static final EnvironmentSpec SPEC = Rollouts.spec(2, ACTIONS);

    /** What a vector environment of two slots gives: the recorder takes its row. */
    private static Observations observed(float x) {
        return Observations.of(new float[] {-1, -1, x, x + 0.5f}, 2);
    }

    private static Actions chosen(int choice) {
        Actions actions = Actions.of(ACTIONS, 2);
        actions.set(0, Action.of(99));
        actions.set(1, Action.of(choice));
        return actions;
    }

    private static void step(SlotRecorder recorder, float observation, int choice, double reward) {
        recorder.step(1, observed(observation), Masks.ALL, chosen(choice));
        recorder.reward(reward);
    }

    private static Rollout rollout(SlotRecorder... recorders) {
        return Rollout.of(SPEC, List.of(recorders));
    }

    @Test
    void rowsOfASlotAreContiguousAndSlotsFollowEachOther() {
        SlotRecorder first = new SlotRecorder(SPEC, 4);
        SlotRecorder second = new SlotRecorder(SPEC, 5);
        step(first, 1, 0, 0.1);
        step(second, 10, 2, 1.1);
        step(first, 2, 1, 0.2);
        first.end(TERMINATED, 1, observed(3), Masks.ALL);
        step(second, 11, 1, 1.2);
        second.end(TRUNCATED, 1, observed(12), Masks.ALL);
        step(first, 4, 2, 0.3);
        first.end(CUT, 1, observed(5), Masks.ALL);

        Rollout tau = rollout(first, second);
        assertThat(tau.rows()).isEqualTo(5);
        assertThat(tau.observations().floats()).containsExactly(1, 1.5f, 2, 2.5f, 4, 4.5f, 10, 10.5f, 11, 11.5f);
        assertThat(tau.actions().integers()).containsExactly(0, 1, 2, 2, 1);
        assertThat(tau.actions().rows()).isEqualTo(5);
        assertThat(tau.rewards()).containsExactly(0.1, 0.2, 0.3, 1.1, 1.2);
        assertThat(tau.segments())
                .containsExactly(
                        new Segment(4, 0, 2, true, TERMINATED),
                        new Segment(4, 2, 3, true, CUT),
                        new Segment(5, 3, 5, true, TRUNCATED));
        assertThat(tau.finalObservations().floats()).containsExactly(3, 3.5f, 5, 5.5f, 12, 12.5f);
    }

    @Test
    void onlyTerminationHasNoValueBehindIt() {
        assertThat(new Segment(0, 2, 5, true, TERMINATED).bootstraps()).isFalse();
        assertThat(new Segment(0, 2, 5, true, TRUNCATED).bootstraps()).isTrue();
        assertThat(new Segment(0, 2, 5, true, CUT).bootstraps()).isTrue();
        assertThat(new Segment(0, 2, 5, true, CUT).length()).isEqualTo(3);
    }

    @Test
    void anEpisodeThatWasCutGoesOn() {
        SlotRecorder recorder = new SlotRecorder(SPEC, 0);
        step(recorder, 1, 0, 1);
        recorder.end(CUT, 1, observed(2), Masks.ALL);
        assertThat(rollout(recorder).segments()).containsExactly(new Segment(0, 0, 1, true, CUT));

        recorder.clear();
        step(recorder, 2, 0, 1);
        recorder.end(TERMINATED, 1, observed(3), Masks.ALL);
        step(recorder, 4, 0, 1);
        recorder.end(CUT, 1, observed(5), Masks.ALL);
        assertThat(rollout(recorder).segments())
                .containsExactly(new Segment(0, 0, 1, false, TERMINATED), new Segment(0, 1, 2, true, CUT));

        recorder.clear();
        step(recorder, 5, 0, 1);
        recorder.end(TRUNCATED, 1, observed(6), Masks.ALL);
        recorder.end(CUT, 1, observed(7), Masks.ALL);
        assertThat(rollout(recorder).segments()).containsExactly(new Segment(0, 0, 1, false, TRUNCATED));

        recorder.clear();
        step(recorder, 7, 0, 1);
        recorder.end(CUT, 1, observed(8), Masks.ALL);
        assertThat(rollout(recorder).segments()).containsExactly(new Segment(0, 0, 1, true, CUT));
    }

    @Test
    void aNewRecorderMayGoOnWithAnEpisode() {
        SlotRecorder recorder = new SlotRecorder(SPEC, 0);
        recorder.startsEpisode(false);
        step(recorder, 1, 0, 1);
        recorder.end(TERMINATED, 1, observed(2), Masks.ALL);
        step(recorder, 3, 0, 1);
        recorder.end(CUT, 1, observed(4), Masks.ALL);
        assertThat(rollout(recorder).segments())
                .containsExactly(new Segment(0, 0, 1, false, TERMINATED), new Segment(0, 1, 2, true, CUT));
    }

    @Test
    void clearForgetsRowsSegmentsMasksAndEpisodes() {
        SlotRecorder recorder = new SlotRecorder(SPEC, 0);
        recorder.step(
                0, Observations.of(new float[] {1, 1}, 2), Masks.of(new boolean[] {true, false, true}, 3), chosen(0));
        recorder.end(
                TERMINATED, 0, Observations.of(new float[] {2, 2}, 2), Masks.of(new boolean[] {true, true, false}, 3));
        recorder.finish(new FinishedEpisode(0, 0, 1, 1));
        recorder.clear();
        assertThat(rollout(recorder).rows()).isZero();
        assertThat(rollout(recorder).segments()).isEmpty();
        assertThat(rollout(recorder).finished()).isEmpty();

        step(recorder, 3, 1, 7);
        recorder.end(CUT, 1, observed(4), Masks.ALL);
        Rollout tau = rollout(recorder);
        assertThat(tau.observations().floats()).containsExactly(3, 3.5f);
        assertThat(tau.finalObservations().floats()).containsExactly(4, 4.5f);
        assertThat(tau.masks()).isSameAs(Masks.ALL);
        assertThat(tau.finalMasks()).isSameAs(Masks.ALL);
    }

    /** The recorder starts with room for 64 rows and one end, and doubles it. */
    @Test
    void growsBeyondItsFirstCapacity() {
        SlotRecorder recorder = new SlotRecorder(SPEC, 0);
        int rows = 300;
        for (int t = 0; t < rows; t++) {
            Masks mask = Masks.of(new boolean[] {false, false, false, true, t % 3 == 0, true}, 3);
            recorder.step(1, observed(t), mask, chosen(t % 2));
            recorder.reward(t / 4.0);
            if (t % 10 == 9) {
                recorder.end(
                        TERMINATED,
                        1,
                        observed(-t),
                        Masks.of(new boolean[] {false, false, false, true, true, t % 20 == 9}, 3));
            }
        }
        Rollout tau = rollout(recorder);
        assertThat(tau.rows()).isEqualTo(rows);
        assertThat(tau.segments()).hasSize(rows / 10);
        for (int t = 0; t < rows; t++) {
            assertThat(tau.observations().floats()[2 * t]).isEqualTo(t);
            assertThat(tau.observations().floats()[2 * t + 1]).isEqualTo(t + 0.5f);
            assertThat(tau.actions().integers()[t]).isEqualTo(t % 2);
            assertThat(tau.rewards()[t]).isEqualTo(t / 4.0);
            assertThat(tau.masks().allows(t, 0)).isTrue();
            assertThat(tau.masks().allows(t, 1)).isEqualTo(t % 3 == 0);
        }
        for (int s = 0; s < rows / 10; s++) {
            assertThat(tau.segments().get(s)).isEqualTo(new Segment(0, 10 * s, 10 * s + 10, true, TERMINATED));
            assertThat(tau.finalObservations().floats()[2 * s]).isEqualTo(-(10 * s + 9));
            assertThat(tau.finalMasks().allows(s, 1)).isTrue();
            assertThat(tau.finalMasks().allows(s, 2)).isEqualTo(s % 2 == 0);
        }
    }

    @Test
    void masksAreAllWhenEverythingWasAllowed() {
        SlotRecorder recorder = new SlotRecorder(SPEC, 0);
        recorder.step(1, observed(1), Masks.of(new boolean[] {false, false, false, true, true, true}, 3), chosen(0));
        recorder.end(CUT, 1, observed(2), Masks.of(new boolean[] {false, false, false, true, true, true}, 3));
        assertThat(rollout(recorder).masks()).isSameAs(Masks.ALL);
        assertThat(rollout(recorder).finalMasks()).isSameAs(Masks.ALL);
    }

    @Test
    void oneForbiddenChoiceGivesEveryRowAMask() {
        SlotRecorder free = new SlotRecorder(SPEC, 0);
        step(free, 1, 0, 0);
        free.end(CUT, 1, observed(2), Masks.ALL);
        SlotRecorder bound = new SlotRecorder(SPEC, 1);
        step(bound, 3, 0, 0);
        bound.step(
                0, Observations.of(new float[] {4, 4}, 2), Masks.of(new boolean[] {true, false, true}, 3), chosen(0));
        bound.end(TERMINATED, 1, observed(5), Masks.of(new boolean[] {true, true, true, false, true, true}, 3));

        Rollout tau = rollout(free, bound);
        assertThat(tau.masks()).hasToString("111 111 101");
        assertThat(tau.finalMasks()).hasToString("111 011");
    }

    @Test
    void aChoiceForbiddenAtAnEndOnlyCountsToo() {
        SlotRecorder recorder = new SlotRecorder(SPEC, 0);
        step(recorder, 1, 0, 0);
        recorder.end(CUT, 0, Observations.of(new float[] {2, 2}, 2), Masks.of(new boolean[] {true, true, false}, 3));
        assertThat(rollout(recorder).masks()).hasToString("111");
        assertThat(rollout(recorder).finalMasks()).hasToString("110");
    }

    @Test
    void finishedEpisodesAreOrderedByTheStepOfTheirEndThenBySlot() {
        SlotRecorder zero = new SlotRecorder(SPEC, 0);
        SlotRecorder one = new SlotRecorder(SPEC, 1);
        FinishedEpisode a = new FinishedEpisode(0, 9, 1, 10);
        FinishedEpisode b = new FinishedEpisode(0, 12, 2, 3);
        FinishedEpisode c = new FinishedEpisode(1, 2, 3, 3);
        FinishedEpisode d = new FinishedEpisode(1, 9, 4, 7);
        zero.finish(a);
        zero.finish(b);
        one.finish(c);
        one.finish(d);
        assertThat(rollout(one, zero).finished()).containsExactly(c, a, d, b);
    }

    @Test
    void realActionsAreKeptAsTheyAre() {
        Box box = Box.of(-1, 1, 2);
        Rollout tau = Rollouts.of(Rollouts.spec(1, box))
                .step(new float[] {1}, Action.of(0.5f, -7), 0)
                .step(new float[] {2}, Action.of(3, 0.25f), 0)
                .truncated(9)
                .build();
        assertThat(tau.actions().reals()).containsExactly(0.5f, -7, 3, 0.25f);
        assertThat(tau.masks()).isSameAs(Masks.ALL);
    }

    @Test
    void becomesTensors() {
        Rollout tau =
                Rollouts.of(SPEC).rewards(1, 2).terminated().rewards(3).cut().build();
        try (ReferenceBackend backend = new ReferenceBackend()) {
            Tensors tensors = Tensors.on(backend);
            assertThat(tau.observations().to(tensors::of).shape()).isEqualTo(Shape.of(3, 2));
            assertThat(tau.observations().to(tensors::of).toFloats()).containsExactly(0, 0, 1, 1, 3, 3);
            assertThat(tau.finalObservations().to(tensors::of).shape()).isEqualTo(Shape.of(2, 2));
            assertThat(tau.finalObservations().to(tensors::of).toFloats()).containsExactly(2, 2, 4, 4);
        }
    }
}
