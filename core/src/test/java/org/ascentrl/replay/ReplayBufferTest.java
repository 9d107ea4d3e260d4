package org.ascentrl.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.TreeMap;
import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.env.space.Action;
import org.ascentrl.env.space.Box;
import org.ascentrl.env.space.Discrete;
import org.ascentrl.env.space.Masks;
import org.ascentrl.experience.Progress;
import org.ascentrl.experience.Rollout;
import org.ascentrl.experience.Schedule;
import org.ascentrl.random.NumpyGenerator;
import org.ascentrl.random.Streams;
import org.ascentrl.state.Snapshot;
import org.ascentrl.testing.Rollouts;
import org.junit.jupiter.api.Test;

class ReplayBufferTest {

    private static final EnvironmentSpec SPEC = Rollouts.spec(1, new Discrete(3));
    private static final Progress START = new Progress(0, 100);
    private static final double GAMMA = 0.5;

    private static ReplayBuffer buffer(EnvironmentSpec spec, int capacity, int nStep, double alpha) {
        return buffer(spec, capacity, nStep, alpha, true, 3);
    }

    private static ReplayBuffer buffer(
            EnvironmentSpec spec, int capacity, int nStep, double alpha, boolean save, long seed) {
        Prioritization prioritization = new Prioritization(alpha, new Schedule(0.5, 1), 1e-6);
        return new ReplayBuffer(
                new ReplaySettings(capacity, prioritization, save), spec, nStep, GAMMA, new NumpyGenerator(seed));
    }

    /** What became of a step, without weights. */
    private record Outcome(double discountedReturn, double discount, float next) {}

    /** Draws until each step was met, and gives the outcome of each observation. */
    private static Map<Float, Outcome> outcomes(ReplayBuffer buffer) {
        Map<Float, Outcome> found = new TreeMap<>();
        for (int i = 0; i < 50 && found.size() < buffer.steps(); i++) {
            Transitions drawn = buffer.sample(32, START);
            for (int k = 0; k < drawn.size(); k++) {
                found.put(
                        drawn.observations().floats()[k],
                        new Outcome(
                                drawn.returns()[k],
                                drawn.discounts()[k],
                                drawn.nextObservations().floats()[k]));
            }
        }
        return found;
    }

    @Test
    void aStepIsFollowedByTheObservationBehindIt() {
        ReplayBuffer buffer = buffer(SPEC, 100, 1, 0);
        buffer.add(Rollouts.of(SPEC)
                .rewards(1, 2)
                .terminated(90)
                .rewards(3)
                .truncated(91)
                .rewards(4)
                .cut(92)
                .build());
        assertThat(outcomes(buffer))
                .isEqualTo(Map.of(
                        0f, new Outcome(1, GAMMA, 1),
                        1f, new Outcome(2, 0, 90),
                        2f, new Outcome(3, GAMMA, 91),
                        3f, new Outcome(4, GAMMA, 92)));
    }

    @Test
    void severalStepsNeverCrossAnEnd() {
        ReplayBuffer buffer = buffer(SPEC, 100, 3, 0);
        buffer.add(Rollouts.of(SPEC)
                .rewards(1, 2)
                .terminated(90)
                .rewards(4, 8, 16, 32)
                .truncated(91)
                .build());
        assertThat(outcomes(buffer))
                .isEqualTo(Map.of(
                        0f, new Outcome(1 + 0.5 * 2, 0, 90),
                        1f, new Outcome(2, 0, 90),
                        2f, new Outcome(4 + 0.5 * 8 + 0.25 * 16, 0.125, 5),
                        3f, new Outcome(8 + 0.5 * 16 + 0.25 * 32, 0.125, 91),
                        4f, new Outcome(16 + 0.5 * 32, 0.25, 91),
                        5f, new Outcome(32, 0.5, 91)));
    }

    /** Two slots, cut twice: the rows of a slot are joined where it was cut. */
    @Test
    void anEpisodeGoesOnInTheNextRollout() {
        ReplayBuffer buffer = buffer(SPEC, 100, 2, 0);
        buffer.add(Rollouts.of(SPEC)
                .step(new float[] {10}, Action.of(1), 1)
                .cut(11)
                .nextSlot()
                .step(new float[] {20}, Action.of(2), 100)
                .cut(21)
                .build());
        assertThat(outcomes(buffer).get(10f)).isEqualTo(new Outcome(1, 0.5, 11));
        buffer.add(Rollouts.of(SPEC)
                .goesOn()
                .step(new float[] {11}, Action.of(1), 2)
                .cut(12)
                .nextSlot()
                .goesOn()
                .step(new float[] {21}, Action.of(2), 200)
                .terminated(22)
                .build());
        assertThat(buffer.steps()).isEqualTo(4);
        assertThat(buffer.isFull()).isFalse();
        assertThat(outcomes(buffer))
                .isEqualTo(Map.of(
                        10f, new Outcome(1 + 0.5 * 2, 0.25, 12),
                        11f, new Outcome(2, 0.5, 12),
                        20f, new Outcome(100 + 0.5 * 200, 0, 22),
                        21f, new Outcome(200, 0, 22)));
    }

    @Test
    void theNewestStepsStay() {
        ReplayBuffer buffer = buffer(SPEC, 8, 2, 0);
        Rollouts rollouts = Rollouts.of(SPEC);
        for (int i = 0; i < 10; i++) {
            Rollout fresh = Rollouts.of(SPEC)
                    .goesOn()
                    .step(new float[] {i}, Action.of(i % 3), i)
                    .cut(i + 1)
                    .build();
            buffer.add(
                    i == 0
                            ? rollouts.step(new float[] {0}, Action.of(0), 0)
                                    .cut(1)
                                    .build()
                            : fresh);
        }
        assertThat(buffer.isFull()).isTrue();
        assertThat(outcomes(buffer).keySet()).containsExactly(3f, 4f, 5f, 6f, 7f, 8f, 9f);
        assertThat(outcomes(buffer).get(3f)).isEqualTo(new Outcome(3 + 0.5 * 4, 0.25, 5));
        assertThat(outcomes(buffer).get(9f)).isEqualTo(new Outcome(9, 0.5, 10));
    }

    @Test
    void keepsWhatWasDoneAndWhatWasAllowed() {
        ReplayBuffer buffer = buffer(SPEC, 10, 1, 0);
        Masks mask = Masks.of(new boolean[] {true, false, true}, 3);
        buffer.add(Rollouts.of(SPEC)
                .step(new float[] {0}, Action.of(1), 1)
                .step(new float[] {1}, mask, Action.of(2), 1)
                .terminated(2)
                .build());
        Transitions drawn = buffer.sample(30, START);
        for (int i = 0; i < drawn.size(); i++) {
            boolean first = drawn.observations().floats()[i] == 0;
            assertThat(drawn.actions().integers()[i]).isEqualTo(first ? 1 : 2);
            assertThat(drawn.nextMasks().allows(i, 1)).isEqualTo(!first);
            assertThat(drawn.masks().allows(i, 1)).isEqualTo(first);
        }
    }

    @Test
    void realActionsStayAsTheyWereChosen() {
        EnvironmentSpec spec = Rollouts.spec(1, Box.of(-1, 1, 2));
        ReplayBuffer buffer = buffer(spec, 10, 1, 0);
        buffer.add(Rollouts.of(spec)
                .step(new float[] {0}, Action.of(1.5f, -0.5f), 1)
                .terminated(2)
                .build());
        assertThat(buffer.sample(1, START).actions().reals()).containsExactly(1.5f, -0.5f);
    }

    @Test
    void drawsAllAlikeWithoutPriorities() {
        ReplayBuffer buffer = buffer(SPEC, 100, 1, 0);
        buffer.add(Rollouts.of(SPEC).rewards(1, 1, 1, 1).terminated().build());
        int draws = 40_000;
        Transitions drawn = buffer.sample(draws, START);
        int[] counts = new int[4];
        for (float observation : drawn.observations().floats()) {
            counts[(int) observation]++;
        }
        for (int count : counts) {
            assertThat(count).isCloseTo(draws / 4, within(5 * (int) Math.sqrt(draws * 0.25 * 0.75)));
        }
        assertThat(drawn.weights()).containsOnly(1);
    }

    /** P(i) = p_i / Σ p with p = (|δ| + ε)^α, and w = (N P)^−β divided by the greatest. */
    @Test
    void drawsByPriorityAndWeighsAgainstIt() {
        ReplayBuffer buffer = buffer(SPEC, 100, 1, 0.5);
        buffer.add(Rollouts.of(SPEC).rewards(1, 1, 1, 1).terminated().build());
        Transitions all = buffer.sample(64, START);
        float[] errors = new float[all.size()];
        for (int i = 0; i < errors.length; i++) {
            float observation = all.observations().floats()[i];
            errors[i] = observation * observation * (observation % 2 == 0 ? 1 : -1);
        }
        buffer.prioritize(all, errors);
        int draws = 60_000;
        Transitions drawn = buffer.sample(draws, new Progress(50, 100));
        int[] counts = new int[4];
        for (float observation : drawn.observations().floats()) {
            counts[(int) observation]++;
        }
        assertThat(counts[1]).isCloseTo(draws / 6, within(draws / 100));
        assertThat(counts[2]).isCloseTo(draws / 3, within(draws / 100));
        assertThat(counts[3]).isCloseTo(draws / 2, within(draws / 100));
        double rarest = drawn.weights()[indexOf(drawn, counts[0] > 0 ? 0 : 1)];
        assertThat(rarest).isEqualTo(1);
        double ratio = drawn.weights()[indexOf(drawn, 3)] / drawn.weights()[indexOf(drawn, 1)];
        assertThat(ratio).isCloseTo(Math.pow(3, -0.75), within(1e-3));
    }

    private static int indexOf(Transitions drawn, float observation) {
        int i = 0;
        while (drawn.observations().floats()[i] != observation) {
            i++;
        }
        return i;
    }

    @Test
    void aNewStepHasTheGreatestPriority() {
        ReplayBuffer buffer = buffer(SPEC, 100, 1, 1);
        buffer.add(Rollouts.of(SPEC).rewards(1).terminated().build());
        buffer.prioritize(buffer.sample(1, START), new float[] {9});
        buffer.add(Rollouts.of(SPEC)
                .step(new float[] {7}, Action.of(0), 1)
                .terminated()
                .build());
        int news = 0;
        for (float observation : buffer.sample(10_000, START).observations().floats()) {
            news += observation == 7 ? 1 : 0;
        }
        assertThat(news).isCloseTo(5_000, within(300));
    }

    @Test
    void restoredItDrawsTheSame() {
        for (double alpha : new double[] {0, 0.6}) {
            ReplayBuffer one = buffer(SPEC, 20, 2, alpha);
            one.add(Rollouts.random(SPEC, 1, 4));
            Transitions drawn = one.sample(5, START);
            one.prioritize(drawn, new float[] {1, 2, 3, 4, 5});
            ReplayBuffer other = buffer(SPEC, 20, 2, alpha, true, 99);
            Snapshot.of(one).restore(other);
            for (int i = 0; i < 5; i++) {
                Rollout more = Rollouts.random(SPEC, i, 3);
                one.add(more);
                other.add(more);
                Transitions expected = one.sample(10, START);
                assertThat(other.sample(10, START)).usingRecursiveComparison().isEqualTo(expected);
            }
            assertThat(Snapshot.of(other)).isEqualTo(Snapshot.of(one));
        }
    }

    @Test
    void withoutSavingOnlyTheStreamIsKept() {
        ReplayBuffer buffer = buffer(SPEC, 20, 1, 0, false, 3);
        buffer.add(Rollouts.random(SPEC, 1, 4));
        assertThat(Snapshot.of(buffer).names()).allMatch(name -> name.startsWith("random."));
    }

    /** After a resume without the rows, an episode goes on whose beginning is not known. */
    @Test
    void anEpisodeOfUnknownBeginningGoesOn() {
        ReplayBuffer buffer = buffer(SPEC, 20, 1, 0);
        buffer.add(Rollouts.of(SPEC)
                .goesOn()
                .step(new float[] {5}, Action.of(1), 1)
                .cut(6)
                .build());
        assertThat(outcomes(buffer)).isEqualTo(Map.of(5f, new Outcome(1, 0.5, 6)));
    }

    /** Where a resumed environment turned out not to be deterministic, the cut episode does not go on. */
    @Test
    void anotherEpisodeDoesNotContinueTheOneThatWasCut() {
        ReplayBuffer buffer = buffer(SPEC, 20, 2, 0);
        buffer.add(
                Rollouts.of(SPEC).step(new float[] {5}, Action.of(1), 1).cut(6).build());
        buffer.add(
                Rollouts.of(SPEC).step(new float[] {7}, Action.of(1), 10).cut(8).build());
        assertThat(outcomes(buffer)).isEqualTo(Map.of(5f, new Outcome(1, 0.5, 6), 7f, new Outcome(10, 0.5, 8)));
    }

    @Test
    void aStepWithoutErrorIsDrawnAllTheSame() {
        ReplayBuffer buffer = new ReplayBuffer(
                new ReplaySettings(20, new Prioritization(1, Schedule.constant(1), 1), true),
                SPEC,
                1,
                GAMMA,
                new NumpyGenerator(3));
        buffer.add(Rollouts.of(SPEC).rewards(1, 1).terminated().build());
        Transitions all = buffer.sample(16, START);
        float[] errors = new float[all.size()];
        for (int i = 0; i < errors.length; i++) {
            errors[i] = 3 * all.observations().floats()[i];
        }
        buffer.prioritize(all, errors);
        int without = 0;
        for (float observation : buffer.sample(10_000, START).observations().floats()) {
            without += observation == 0 ? 1 : 0;
        }
        assertThat(without).isCloseTo(2000, within(50));
    }

    @Test
    void saysWhatItTakesAndRefusesWhatDoesNotFit() {
        assertThat(buffer(SPEC, 1000, 1, 0).bytes()).isEqualTo(1000 * (4 + 4 + 4 + 4 + 1));
        assertThat(buffer(SPEC, 1000, 1, 0.5).bytes()).isEqualTo(1000 * (4 + 4 + 4 + 4 + 1) + 2048 * 8);
        EnvironmentSpec wide = Rollouts.spec(100_000, new Discrete(3));
        assertThatThrownBy(() -> buffer(wide, 1_000_000, 1, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("replay.capacity = 1000000")
                .hasMessageContaining("400,013.0 MB")
                .hasMessageContaining("-Xmx");
    }

    @Test
    void masksThatNoArrayHoldsAreRefused() {
        EnvironmentSpec choices = Rollouts.spec(1, new Discrete(100_000_000));
        assertThatThrownBy(() -> buffer(choices, 22, 1, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("replay.capacity = 22: an array holds the actions or masks of at most 21 steps of Made-v0."
                        + " Lower it");
    }

    @Test
    void aRolloutThatDoesNotFitIsRefused() {
        ReplayBuffer buffer = buffer(SPEC, 10, 1, 0);
        assertThatThrownBy(() -> buffer.add(Rollouts.random(SPEC, 1, 4)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("replay.capacity = 10: a rollout has 12 steps of 3 episodes");
    }

    @Test
    void anEmptyOneHasNothingToDraw() {
        assertThatThrownBy(() -> buffer(SPEC, 10, 1, 0).sample(1, START)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anotherSeedDrawsOthers() {
        ReplayBuffer one = buffer(SPEC, 100, 1, 0, true, 1);
        ReplayBuffer two = buffer(SPEC, 100, 1, 0, true, 2);
        Rollout fresh = Rollouts.random(SPEC, new Streams(1).episodeSeed(0, 0), 20);
        one.add(fresh);
        two.add(fresh);
        assertThat(one.sample(20, START).rows())
                .isNotEqualTo(two.sample(20, START).rows());
    }
}
