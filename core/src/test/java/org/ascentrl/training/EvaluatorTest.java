package org.ascentrl.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.ascentrl.actor.ActRequest;
import org.ascentrl.collect.ChunkRunner;
import org.ascentrl.collect.Trail;
import org.ascentrl.collect.Wanderer;
import org.ascentrl.env.vector.VectorEnvironment;
import org.ascentrl.experience.FinishedEpisode;
import org.ascentrl.experience.Horizon;
import org.ascentrl.experience.Progress;
import org.ascentrl.experience.Rollout;
import org.ascentrl.random.Streams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvaluatorTest {

    private static final Streams STREAMS = new Streams(5);

    private final Trail.Log log = new Trail.Log();

    private VectorEnvironment environments(int slots) {
        return Trail.vector(Trail.DISCRETE, false, slots, log);
    }

    private Evaluator evaluator(int episodes) {
        return new Evaluator(this::environments, STREAMS, episodes);
    }

    private static Wanderer actor() {
        return new Wanderer(Trail.DISCRETE, 0);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 15, 16, 17, 32, 33, 100})
    void runsExactlySoManyEpisodes(int episodes) {
        Evaluation evaluation = evaluator(episodes).evaluate(actor(), true);

        assertThat(evaluation.episodes()).hasSize(episodes);
        assertThat(evaluation.episodes()).doesNotHaveDuplicates();
    }

    @Test
    void takesTheFirstEpisodesOfEachSlotAndNotThoseThatEndFirst() {
        int slots = 16;
        List<FinishedEpisode> expected = new ArrayList<>();
        try (ChunkRunner runner =
                new ChunkRunner(0, environments(slots), true, new Streams(STREAMS.evaluationSeed(0)))) {
            for (int round = 0; round < 3; round++) {
                var slotsRun = runner.run(actor(), Horizon.episodes(1), new Progress(1, 1));
                Rollout rollout = Rollout.of(Trail.DISCRETE, slotsRun);
                rollout.finished().stream()
                        .sorted(Comparator.comparingInt(FinishedEpisode::slot))
                        .forEach(expected::add);
            }
        }
        assertThat(evaluator(40).evaluate(actor(), true).episodes())
                .extracting(FinishedEpisode::slot, FinishedEpisode::episodeReturn, FinishedEpisode::length)
                .containsExactlyElementsOf(expected.subList(0, 40).stream()
                        .map(e -> tuple(e.slot(), e.episodeReturn(), e.length()))
                        .toList());
    }

    @Test
    void runsTheSameEpisodesEachTime() {
        Evaluator evaluator = evaluator(20);
        Evaluation first = evaluator.evaluate(actor(), true);

        assertThat(evaluator.evaluate(actor(), true)).isEqualTo(first);
        assertThat(evaluator(20).evaluate(actor(), true)).isEqualTo(first);
        assertThat(new Evaluator(this::environments, new Streams(6), 20).evaluate(actor(), true))
                .isNotEqualTo(first);
    }

    @Test
    void actsGreedilyOrAsInTraining() {
        Wanderer greedy = actor();
        Evaluation ofGreedy = evaluator(8).evaluate(greedy, false);
        assertThat(greedy.requests).isNotEmpty().noneMatch(ActRequest::explore);

        Wanderer exploring = actor();
        assertThat(evaluator(8).evaluate(exploring, true)).isNotEqualTo(ofGreedy);
        assertThat(exploring.requests).isNotEmpty().allMatch(ActRequest::explore);
        assertThat(greedy.requests).allMatch(r -> r.progress().fraction() == 1);
    }

    @Test
    void startsFromSeedsThatTrainingDoesNotUse() {
        evaluator(100).evaluate(actor(), true);
        Set<Long> evaluation = new HashSet<>(log.seeds);
        assertThat(evaluation).hasSizeGreaterThanOrEqualTo(100).hasSameSizeAs(log.seeds);

        for (int slot = 0; slot < 64; slot++) {
            int s = slot;
            assertThat(IntStream.range(0, 1000).mapToObj(episode -> STREAMS.episodeSeed(s, episode)))
                    .doesNotContainAnyElementsOf(evaluation);
        }
    }

    @Test
    void closesItsEnvironments() {
        evaluator(7).evaluate(actor(), false);
        assertThat(log.closed).isEqualTo(7);
    }

    @Test
    void anActorRemembersFromTheStartOfEachEpisode() {
        Wanderer actor = actor();
        evaluator(3).evaluate(actor, false);
        assertThat(actor.requests)
                .allSatisfy(r -> assertThat(IntStream.range(0, r.rows()))
                        .allMatch(row -> r.memory()[2 * row] == r.observations().floats()[4 * row + 1]));
    }

    @Test
    void givesMeanAndDeviationOfItsEpisodes() {
        Evaluation evaluation = new Evaluation(List.of(
                new FinishedEpisode(0, 0, 1, 10), new FinishedEpisode(1, 0, 2, 20), new FinishedEpisode(0, 1, 6, 60)));

        assertThat(evaluation.meanReturn()).isEqualTo(3);
        assertThat(evaluation.meanLength()).isEqualTo(30);
        assertThat(evaluation.deviation()).isCloseTo(Math.sqrt((4 + 1 + 9) / 3.0), within(1e-12));
    }

    @Test
    void theDeviationOfOneEpisodeIsZero() {
        assertThat(new Evaluation(List.of(new FinishedEpisode(0, 0, 5, 1))).deviation())
                .isZero();
    }
}
