package org.ascentrl.report.sweep;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.ascentrl.report.sweep.SeedResult.Failed;
import org.ascentrl.report.sweep.SeedResult.Finished;
import org.ascentrl.report.sweep.SeedResult.Score;
import org.ascentrl.report.sweep.SeedResult.Training;
import org.ascentrl.report.sweep.SweepSummary.Estimate;

/** A sweep as Markdown: a row for each seed, failed ones too, and what they amount to. */
public final class SweepTable {

    private static final String NONE = "-";
    private static final int SEEDS_OF_A_CLAIM = 10;
    private static final int DIGITS_OF_A_HASH = 8;

    private final SweepResult sweep;
    private final SweepSummary summary;
    private final String number;

    private SweepTable(SweepResult sweep, SweepSummary summary) {
        this.sweep = sweep;
        this.summary = summary;
        boolean small = sweep.finished().stream()
                .flatMapToDouble(run ->
                        DoubleStream.of(run.greedy().mean(), run.sampled().mean()))
                .allMatch(mean -> Math.abs(mean) < 10);
        this.number = small ? "%.3f" : "%.1f";
    }

    /**
     * Renders a sweep.
     *
     * @param summary of that sweep
     * @return lines that end with {@code \n}
     */
    public static String markdown(SweepResult sweep, SweepSummary summary) {
        return new SweepTable(sweep, summary).render();
    }

    private String render() {
        return title() + "\n" + seeds() + "\n" + failures() + outcome() + "\n" + estimates() + notes();
    }

    private String title() {
        return "## " + MarkdownTable.text(sweep.settings()) + " on " + MarkdownTable.text(sweep.environment()) + ", "
                + counted(summary.seeds()) + "\n";
    }

    private String seeds() {
        MarkdownTable table = new MarkdownTable()
                .right("seed", "solved at", "steps", "episodes", "last 100", "best 100", "greedy", "sampled")
                .right("seconds", "steps/s")
                .left("weights")
                .left("run");
        for (SeedResult result : sweep.seeds()) {
            table.row(result instanceof Finished run ? finished(run) : failed((Failed) result));
        }
        return table.render();
    }

    private List<String> finished(Finished run) {
        Training training = run.training();
        return List.of(
                Long.toString(run.seed()),
                run.solved() ? whole(training.solvedAtStep().getAsLong()) : NONE,
                whole(training.steps()),
                whole(training.episodes()),
                orNone(training.finalMeanReturn100()),
                orNone(training.bestMeanReturn100()),
                score(run.greedy()),
                score(run.sampled()),
                format("%.1f", training.wallSeconds()),
                whole(Math.round(training.stepsPerSecond())),
                run.weightsSha256()
                        .substring(
                                0,
                                Math.min(DIGITS_OF_A_HASH, run.weightsSha256().length())),
                run.run().toString());
    }

    private static List<String> failed(Failed run) {
        return List.of(
                Long.toString(run.seed()),
                "FAILED",
                NONE,
                NONE,
                NONE,
                NONE,
                NONE,
                NONE,
                NONE,
                NONE,
                NONE,
                run.run().toString());
    }

    private String failures() {
        StringBuilder text = new StringBuilder();
        for (Failed run : sweep.failed()) {
            text.append("- Seed ")
                    .append(run.seed())
                    .append(" failed: ")
                    .append(MarkdownTable.text(run.message()))
                    .append('\n');
        }
        return text.isEmpty() ? "" : text.append('\n').toString();
    }

    private String outcome() {
        StringBuilder text = new StringBuilder();
        if (sweep.rewardThreshold().isEmpty()) {
            text.append("Solved: the environment has no reward threshold.");
        } else {
            text.append("Solved (mean return of 100 training episodes from ")
                    .append(BigDecimal.valueOf(sweep.rewardThreshold().getAsDouble())
                            .stripTrailingZeros()
                            .toPlainString())
                    .append("): ")
                    .append(summary.solved())
                    .append(" of ")
                    .append(counted(summary.seeds()));
            if (summary.medianSolvedAtStep().isPresent()) {
                text.append(", median at step ")
                        .append(whole(Math.round(summary.medianSolvedAtStep().getAsDouble())));
            } else if (summary.solved() > 0) {
                text.append(", too few for a median step");
            }
            text.append('.');
        }
        return text.append(" Failed: ")
                .append(summary.failed() == 0 ? "none" : Integer.toString(summary.failed()))
                .append(".\n")
                .toString();
    }

    private String estimates() {
        MarkdownTable table = new MarkdownTable()
                .left("return over seeds")
                .right("seeds", "interquartile mean")
                .left("95 % interval");
        table.row(estimate("greedy", summary.greedy()));
        table.row(estimate("sampled", summary.sampled()));
        table.row(estimate("training, last 100", summary.training()));
        return table.render();
    }

    private List<String> estimate(String name, Optional<Estimate> estimate) {
        return estimate.map(e -> List.of(
                        name,
                        Integer.toString(e.seeds()),
                        format(number, e.interquartileMean()),
                        e.interval()
                                .map(i -> format(number, i.low()) + " to " + format(number, i.high()))
                                .orElse(NONE)))
                .orElse(List.of(name, "0", NONE, NONE));
    }

    private String notes() {
        String columns = "\nlast 100, best 100: mean return of training episodes;"
                + " greedy, sampled: mean ± standard deviation over evaluation episodes;"
                + " weights: first digits of their SHA-256;"
                + " interval: stratified percentile bootstrap.\n";
        int finished = summary.seeds() - summary.failed();
        return finished < SEEDS_OF_A_CLAIM
                ? columns + "\nFinished: " + counted(finished) + "; a claim needs at least " + SEEDS_OF_A_CLAIM + ".\n"
                : columns;
    }

    private String score(Score score) {
        return format(number + " ± " + number, score.mean(), score.deviation());
    }

    private String orNone(OptionalDouble value) {
        return value.isPresent() ? format(number, value.getAsDouble()) : NONE;
    }

    private static String counted(int seeds) {
        return seeds + (seeds == 1 ? " seed" : " seeds");
    }

    private static String whole(long value) {
        return format("%,d", value);
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
