package org.ascentrl.tck;

import org.ascentrl.env.Action;
import org.ascentrl.env.Environment;
import org.ascentrl.env.EpisodeSeeds;
import org.ascentrl.env.StepResult;

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

    void start() {
        number++;
        episodeReturn = 0;
        length = 0;
        environment.reset(seeds.of(slot, number));
    }

    void step(Action action) {
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
