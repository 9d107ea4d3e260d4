package org.ascentrl.report.sweep;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.DoubleStream;

/**
 * The results of the same settings under several seeds.
 *
 * @param settings the preset or file that was run
 * @param environment its id
 * @param rewardThreshold the mean return of 100 episodes from which a run counts as solved, if the environment has one
 * @param seeds all of them, failed ones too, brought into ascending order
 */
public record SweepResult(String settings, String environment, OptionalDouble rewardThreshold, List<SeedResult> seeds) {

    /** @throws IllegalArgumentException if there is no seed, or a seed occurs twice */
    public SweepResult {
        if (seeds.isEmpty()) {
            throw new IllegalArgumentException("sweep of " + settings + ": no seed; at least one is needed");
        }
        Set<Long> seen = new HashSet<>();
        for (SeedResult result : seeds) {
            if (!seen.add(result.seed())) {
                throw new IllegalArgumentException(
                        "sweep of " + settings + ": seed " + result.seed() + " occurs twice; a seed is one run");
            }
        }
        seeds = seeds.stream()
                .sorted(Comparator.comparingLong(SeedResult::seed))
                .toList();
    }

    public List<SeedResult.Finished> finished() {
        return only(SeedResult.Finished.class);
    }

    public List<SeedResult.Failed> failed() {
        return only(SeedResult.Failed.class);
    }

    /** A score of each finished seed that has it. */
    double[] scores(Function<SeedResult.Finished, OptionalDouble> score) {
        return finished().stream()
                .map(score)
                .flatMapToDouble(x -> x.isPresent() ? DoubleStream.of(x.getAsDouble()) : DoubleStream.empty())
                .toArray();
    }

    private <T extends SeedResult> List<T> only(Class<T> kind) {
        return seeds.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
