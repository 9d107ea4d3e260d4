package org.ascentrl.app;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.Locale;
import org.ascentrl.run.RunSummary;
import org.ascentrl.training.Evaluation;

/** A run's summary as a person reads it. */
final class SummaryText {

    private SummaryText() {}

    static void print(RunSummary summary, PrintWriter out) {
        String threshold = summary.rewardThreshold().isPresent()
                ? " (solved from " + plain(summary.rewardThreshold().getAsDouble()) + ")"
                : "";
        out.println();
        out.printf(
                Locale.ROOT,
                "trained    %,d steps, %,d episodes, %.1f s, %,d steps/s%n",
                summary.steps(),
                summary.episodes(),
                summary.wallSeconds(),
                Math.round(summary.stepsPerSecond()));
        out.println(
                summary.solvedAtStep().isPresent()
                        ? String.format(
                                Locale.ROOT,
                                "solved     after %,d steps",
                                summary.solvedAtStep().getAsLong())
                        : "solved     no");
        summary.finalMeanReturn100()
                .ifPresent(mean -> out.printf(
                        Locale.ROOT, "training   mean return of the last 100 episodes %.1f%s%n", mean, threshold));
        print(out, "greedy", summary.greedy());
        print(out, "sampled", summary.sampled());
    }

    /** The shortest text of the number, without an exponent: 475, 0.95. */
    static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    private static void print(PrintWriter out, String name, Evaluation evaluation) {
        out.printf(
                Locale.ROOT,
                "%-10s return %.1f ± %.1f over %d episodes%n",
                name,
                evaluation.meanReturn(),
                evaluation.deviation(),
                evaluation.episodes().size());
    }
}
