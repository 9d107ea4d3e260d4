package org.ascentrl.report.sweep;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.ascentrl.report.sweep.SeedResult.Failed;
import org.ascentrl.report.sweep.SeedResult.Finished;
import org.ascentrl.report.sweep.SeedResult.Score;
import org.ascentrl.report.sweep.SeedResult.Training;

/** Sweeps to test with. */
final class Sweeps {

    private Sweeps() {}

    static SweepResult of(SeedResult... seeds) {
        return new SweepResult("cartpole-reinforce", "CartPole-v1", OptionalDouble.of(475), List.of(seeds));
    }

    /** A run that was solved at a step, or not at all if that is negative; its scores follow from the final return. */
    static Finished finished(long seed, long solvedAt, double finalReturn) {
        return new Finished(
                seed,
                Path.of("sweeps", "a", "seed-" + seed),
                new Training(
                        200_239,
                        592,
                        solvedAt < 0 ? OptionalLong.empty() : OptionalLong.of(solvedAt),
                        OptionalDouble.of(finalReturn),
                        OptionalDouble.of(finalReturn + 0.75),
                        3.2108,
                        62_701.4),
                new Score(finalReturn + 10, 0, 100),
                new Score(finalReturn - 20.5, 8.25, 100),
                "%08x".formatted(seed * 2_654_435_761L).substring(0, 8).repeat(8));
    }

    static Failed failed(long seed) {
        return new Failed(
                seed, Path.of("sweeps", "a", "seed-" + seed), "loss is NaN, \"diverged\" |x| <eps>\nupdate 7");
    }

    /** Seeds that went in every way a seed can go. */
    static SweepResult mixed() {
        Finished noEpisode = new Finished(
                4,
                Path.of("sweeps", "a", "seed-4"),
                new Training(50, 0, OptionalLong.empty(), OptionalDouble.empty(), OptionalDouble.empty(), 0.04, 1250),
                new Score(9.4, 0.7, 100),
                new Score(22, 11, 100),
                "abc");
        return of(finished(12, 61_000, 480), failed(3), finished(2, -1, 431.5), noEpisode, finished(1, 181_000, 490));
    }
}
