package org.ascentrl.training;

import java.util.List;
import org.ascentrl.experience.FinishedEpisode;

/**
 * The episodes of one evaluation of a policy.
 *
 * @param episodes in the order of their numbers
 */
public record Evaluation(List<FinishedEpisode> episodes) {

    public double meanReturn() {
        return episodes.stream()
                .mapToDouble(FinishedEpisode::episodeReturn)
                .average()
                .orElse(Double.NaN);
    }

    /** The standard deviation of the returns, that of a population. */
    public double deviation() {
        double mean = meanReturn();
        return Math.sqrt(episodes.stream()
                .mapToDouble(e -> (e.episodeReturn() - mean) * (e.episodeReturn() - mean))
                .average()
                .orElse(Double.NaN));
    }

    public double meanLength() {
        return episodes.stream().mapToInt(FinishedEpisode::length).average().orElse(Double.NaN);
    }
}
