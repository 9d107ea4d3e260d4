package org.ascentrl.training;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.ascentrl.actor.Actor;
import org.ascentrl.collect.ChunkRunner;
import org.ascentrl.env.vector.VectorEnvironment;
import org.ascentrl.experience.FinishedEpisode;
import org.ascentrl.experience.Horizon;
import org.ascentrl.experience.Progress;
import org.ascentrl.experience.Rollout;
import org.ascentrl.random.Streams;

/**
 * Runs an actor over whole episodes on environments of its own. The seeds come from a domain that training never uses,
 * and are the same each time: evaluations can be compared.
 */
public final class Evaluator {

    private static final int MOST_SLOTS = 16;

    /** Schedules of exploration have come to their end. */
    private static final Progress END = new Progress(Long.MAX_VALUE, Long.MAX_VALUE);

    private final IntFunction<VectorEnvironment> environments;
    private final Streams random;
    private final int episodes;

    /**
     * @param environments makes a vector environment of so many slots, as training uses it
     * @param random the run's streams
     * @param episodes how many each evaluation runs, at least 1
     */
    public Evaluator(IntFunction<VectorEnvironment> environments, Streams random, int episodes) {
        this.environments = environments;
        this.random = new Streams(random.evaluationSeed(0));
        this.episodes = episodes;
    }

    /**
     * One evaluation.
     *
     * @param explore whether to explore as at the end of training; else to act greedily
     */
    public Evaluation evaluate(Actor actor, boolean explore) {
        int slots = Math.min(episodes, MOST_SLOTS);
        Horizon horizon = Horizon.episodes((episodes + slots - 1) / slots);
        VectorEnvironment environment = environments.apply(slots);
        try (ChunkRunner runner = new ChunkRunner(0, environment, explore, random)) {
            Rollout rollout = Rollout.of(environment.spec(), runner.run(actor, horizon, END));
            return new Evaluation(inOrder(rollout.finished(), slots));
        }
    }

    /** By the number of the episode within its slot, then by slot; a slot may have run one too many. */
    private List<FinishedEpisode> inOrder(List<FinishedEpisode> finished, int slots) {
        List<List<FinishedEpisode>> bySlot = IntStream.range(0, slots)
                .mapToObj(
                        slot -> finished.stream().filter(e -> e.slot() == slot).toList())
                .toList();
        return IntStream.range(0, episodes)
                .mapToObj(i -> bySlot.get(i % slots).get(i / slots))
                .toList();
    }
}
