package org.ascentrl.report.sweep;

import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.ascentrl.run.RunSummary;
import org.ascentrl.training.Evaluation;

/** The result of one seed of a sweep. */
public sealed interface SeedResult {

    long seed();

    /** The directory of the run. A failed one may not have got so far as to make it. */
    Path run();

    /** A run that is done. */
    static Finished of(Path run, RunSummary summary) {
        return new Finished(
                summary.seed(),
                run,
                new Training(
                        summary.steps(),
                        summary.episodes(),
                        summary.solvedAtStep(),
                        summary.finalMeanReturn100(),
                        summary.bestMeanReturn100(),
                        summary.wallSeconds(),
                        summary.stepsPerSecond()),
                Score.of(summary.greedy()),
                Score.of(summary.sampled()),
                summary.weightsSha256());
    }

    /** The mean return of the last 100 episodes reached the environment's threshold. */
    default boolean solved() {
        return false;
    }

    /**
     * A run that ended as it should, solved or not.
     *
     * @param greedy evaluation with the most likely actions
     * @param sampled evaluation with actions sampled from the policy
     * @param weightsSha256 of the final weights, in hexadecimal
     */
    record Finished(long seed, Path run, Training training, Score greedy, Score sampled, String weightsSha256)
            implements SeedResult {

        @Override
        public boolean solved() {
            return training.solvedAtStep().isPresent();
        }
    }

    /**
     * A run that did not end as it should.
     *
     * @param message what went wrong, for people
     */
    record Failed(long seed, Path run, String message) implements SeedResult {}

    /**
     * The numbers of a training.
     *
     * @param steps environment steps
     * @param episodes that ended
     * @param solvedAtStep after how many steps the run was solved
     * @param finalMeanReturn100 of the last 100 episodes; empty if none ended
     * @param bestMeanReturn100 the highest mean of 100 episodes in succession; empty if fewer ended
     * @param wallSeconds inside the training loop
     * @param stepsPerSecond environment steps a second inside the training loop
     */
    record Training(
            long steps,
            long episodes,
            OptionalLong solvedAtStep,
            OptionalDouble finalMeanReturn100,
            OptionalDouble bestMeanReturn100,
            double wallSeconds,
            double stepsPerSecond) {

        /** @throws IllegalArgumentException if a return is not finite: such a run has failed */
        public Training {
            finalMeanReturn100.ifPresent(mean -> requireFinite("finalMeanReturn100", mean));
            bestMeanReturn100.ifPresent(mean -> requireFinite("bestMeanReturn100", mean));
        }
    }

    /**
     * The returns of evaluation episodes.
     *
     * @param deviation of the population of these episodes
     */
    record Score(double mean, double deviation, int episodes) {

        /** @throws IllegalArgumentException if mean or deviation is not finite: such a run has failed */
        public Score {
            requireFinite("mean", mean);
            requireFinite("deviation", deviation);
        }

        static Score of(Evaluation evaluation) {
            return new Score(
                    evaluation.meanReturn(),
                    evaluation.deviation(),
                    evaluation.episodes().size());
        }
    }

    private static void requireFinite(String name, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(
                    name + ": " + value + " is not a finite number; report the seed as failed");
        }
    }
}
