package org.ascentrl.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ascentrl.env.Environment;
import org.ascentrl.env.StepResult;
import org.ascentrl.env.space.Action;
import org.ascentrl.env.vector.EpisodeSeeds;
import org.ascentrl.random.NumpyGenerator;

/** A single environment that plays the episodes of a slot, and counts for itself. */
final class SingleEpisode {

    private final Environment environment;
    private final int slot;
    private final EpisodeSeeds seeds;
    private long number = -1;
    private double episodeReturn;
    private int length;
    private StepResult last;

    SingleEpisode(Environment environment, int slot, EpisodeSeeds seeds) {
        this.environment = environment;
        this.slot = slot;
        this.seeds = seeds;
    }

    /** Checks a slot whose episode just ended. */
    interface Rule {
        void check(SingleEpisode episode, VectorPlay vector, int slot);
    }

    /**
     * Plays a vector environment at random, and in each single one what its slot plays.
     *
     * @return how many episodes ended
     */
    static int follow(VectorPlay vector, List<SingleEpisode> episodes, int steps, Rule rule) {
        NumpyGenerator random = new NumpyGenerator(21);
        episodes.forEach(SingleEpisode::start);
        int finished = 0;
        for (int step = 0; step < steps; step++) {
            vector.stepAtRandom(random);
            for (SingleEpisode episode : episodes) {
                episode.step(vector.actions.get(episode.slot));
                assertThat(vector.out.done(episode.slot)).isEqualTo(episode.last.done());
                if (episode.last.done()) {
                    rule.check(episode, vector, episode.slot);
                    episode.start();
                    finished++;
                }
            }
        }
        return finished;
    }

    private void start() {
        number++;
        episodeReturn = 0;
        length = 0;
        environment.reset(seeds.of(slot, number));
    }

    private void step(Action action) {
        last = environment.step(action);
        episodeReturn += last.reward();
        length++;
    }

    StepResult last() {
        return last;
    }

    double episodeReturn() {
        return episodeReturn;
    }

    int length() {
        return length;
    }

    long nextSeed() {
        return seeds.of(slot, number + 1);
    }

    void close() {
        environment.close();
    }
}
