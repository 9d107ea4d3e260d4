package org.ascentrl.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.env.space.Actions;
import org.ascentrl.env.space.Discrete;
import org.ascentrl.env.space.Masks;
import org.ascentrl.env.space.Observations;
import org.ascentrl.experience.FinishedEpisode;
import org.ascentrl.experience.Progress;
import org.ascentrl.experience.Rollout;
import org.ascentrl.experience.Segment;
import org.ascentrl.experience.SlotRecorder;
import org.junit.jupiter.api.Test;

class TrainingContextTest {

    private static final EnvironmentSpec SPEC =
            new EnvironmentSpec("Any-v0", OptionalInt.empty(), OptionalDouble.of(10), new Discrete(1), new Discrete(1));

    private final TrainingContext context = new TrainingContext(new NoAlgorithm(), new NoCollector(), SPEC, 1000);

    /** A rollout of one step an episode, of these returns; an episode's length is its return plus 1. */
    private void update(double... returns) {
        SlotRecorder slot = new SlotRecorder(SPEC, 0);
        for (int i = 0; i < returns.length; i++) {
            slot.step(0, Observations.of(new float[] {1}, 1), Masks.ALL, Actions.of(SPEC.actionSpace(), 1));
            slot.reward(returns[i]);
            slot.end(Segment.End.TERMINATED, 0, Observations.of(new float[] {1}, 1), Masks.ALL);
            slot.finish(new FinishedEpisode(0, i, returns[i], (int) returns[i] + 1));
        }
        context.updated(Rollout.of(SPEC, List.of(slot)), 500_000_000);
    }

    private void update(int episodes, double each) {
        double[] returns = new double[episodes];
        Arrays.fill(returns, each);
        update(returns);
    }

    @Test
    void knowsNothingBeforeTheFirstEpisode() {
        assertThat(context.meanReturn()).isEmpty();
        assertThat(context.meanLength()).isEmpty();
        assertThat(context.bestMeanReturn()).isEmpty();
        assertThat(context.solvedAtStep()).isEmpty();
        assertThat(context.progress()).isEqualTo(new Progress(0, 1000));
        assertThat(context.stepsPerSecond()).isZero();
        assertThat(context.environment()).isEqualTo(SPEC);
    }

    @Test
    void countsAnUpdateWithoutAnEpisodesEnd() {
        update();
        assertThat(context.updates()).isEqualTo(1);
        assertThat(context.episodes()).isZero();
        assertThat(context.meanReturn()).isEmpty();
    }

    @Test
    void givesTheMeanOfAllWhileThereAreFewerThan100() {
        update(1, 2, 6);
        assertThat(context.meanReturn()).hasValue(3);
        assertThat(context.meanLength()).hasValue(4);
        assertThat(context.bestMeanReturn()).isEmpty();

        update(96, 3);
        assertThat(context.episodes()).isEqualTo(99);
        assertThat(context.bestMeanReturn()).isEmpty();
    }

    @Test
    void givesTheMeanOfTheLast100() {
        update(50, 1000);
        update(99, 4);
        assertThat(context.meanReturn()).hasValue((1000 + 99 * 4) / 100.0);
        update(1, 4);
        assertThat(context.meanReturn()).hasValue(4);
        assertThat(context.meanLength()).hasValue(5);
        update(300, 7);
        assertThat(context.meanReturn()).hasValue(7);
        assertThat(context.episodes()).isEqualTo(450);
    }

    @Test
    void keepsTheBestMeanOf100() {
        update(99, 9);
        update(1, 9);
        assertThat(context.bestMeanReturn()).hasValue(9);
        update(100, 2);
        assertThat(context.meanReturn()).hasValue(2);
        assertThat(context.bestMeanReturn()).hasValue(9);
        update(100, 9.5);
        assertThat(context.bestMeanReturn()).hasValue(9.5);
    }

    @Test
    void aNegativeMeanIsABestToo() {
        update(100, -200);
        assertThat(context.bestMeanReturn()).hasValue(-200);
    }

    @Test
    void isSolvedOnceTheMeanOf100ReachesTheThreshold() {
        update(99, 1000);
        assertThat(context.solvedAtStep()).as("99 episodes").isEmpty();

        update(100, 9.99);
        assertThat(context.solvedAtStep()).as("below").isEmpty();

        update(100, 10);
        assertThat(context.solvedAtStep()).hasValue(299);

        update(100, 0);
        update(100, 20);
        assertThat(context.solvedAtStep()).as("the first time counts").hasValue(299);
    }

    @Test
    void addsUpStepsAndTime() {
        update(10, 1);
        update(30, 1);
        assertThat(context.progress()).isEqualTo(new Progress(40, 1000));
        assertThat(context.seconds()).isEqualTo(1);
        assertThat(context.stepsPerSecond()).isEqualTo(40);
    }

    @Test
    void remembersARequestToStop() {
        assertThat(context.stopRequested()).isFalse();
        context.requestStop();
        assertThat(context.stopRequested()).isTrue();
    }
}
