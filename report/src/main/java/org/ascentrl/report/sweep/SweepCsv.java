package org.ascentrl.report.sweep;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.ascentrl.report.sweep.SeedResult.Failed;
import org.ascentrl.report.sweep.SeedResult.Finished;
import org.ascentrl.report.sweep.SeedResult.Training;
import org.ascentrl.report.sweep.SweepSummary.Estimate;

/**
 * A sweep as two CSV files, quoted as RFC 4180 says, with {@code \n} after each line and all digits of each number. What is
 * not known is empty.
 */
public final class SweepCsv {

    private static final List<String> SEED_COLUMNS = List.of(
            "seed",
            "status",
            "solved_at_step",
            "steps",
            "episodes",
            "final_mean_return_100",
            "best_mean_return_100",
            "greedy_mean",
            "greedy_std",
            "greedy_episodes",
            "sampled_mean",
            "sampled_std",
            "sampled_episodes",
            "wall_seconds",
            "steps_per_second",
            "weights_sha256",
            "run",
            "failure");

    private static final List<String> SUMMARY_COLUMNS = List.of(
            "settings",
            "environment",
            "reward_threshold",
            "seeds",
            "failed",
            "solved",
            "median_solved_at_step",
            "greedy_seeds",
            "greedy_iqm",
            "greedy_low_95",
            "greedy_high_95",
            "sampled_seeds",
            "sampled_iqm",
            "sampled_low_95",
            "sampled_high_95",
            "training_seeds",
            "training_iqm",
            "training_low_95",
            "training_high_95");

    private SweepCsv() {}

    /** A line for each seed under a header; {@code status} is {@code finished} or {@code failed}. */
    public static String seeds(SweepResult sweep) {
        StringBuilder text = new StringBuilder();
        line(text, SEED_COLUMNS);
        for (SeedResult result : sweep.seeds()) {
            line(text, result instanceof Finished run ? finished(run) : failed((Failed) result));
        }
        return text.toString();
    }

    /** One line under a header, so that the lines of several sweeps make a table. */
    public static String summary(SweepResult sweep, SweepSummary summary) {
        List<String> cells = new ArrayList<>(List.of(
                sweep.settings(),
                sweep.environment(),
                orEmpty(sweep.rewardThreshold()),
                Integer.toString(summary.seeds()),
                Integer.toString(summary.failed()),
                Integer.toString(summary.solved()),
                orEmpty(summary.medianSolvedAtStep())));
        cells.addAll(estimate(summary.greedy()));
        cells.addAll(estimate(summary.sampled()));
        cells.addAll(estimate(summary.training()));
        StringBuilder text = new StringBuilder();
        line(text, SUMMARY_COLUMNS);
        line(text, cells);
        return text.toString();
    }

    private static List<String> finished(Finished run) {
        Training training = run.training();
        return List.of(
                Long.toString(run.seed()),
                "finished",
                orEmpty(training.solvedAtStep()),
                Long.toString(training.steps()),
                Long.toString(training.episodes()),
                orEmpty(training.finalMeanReturn100()),
                orEmpty(training.bestMeanReturn100()),
                Double.toString(run.greedy().mean()),
                Double.toString(run.greedy().deviation()),
                Integer.toString(run.greedy().episodes()),
                Double.toString(run.sampled().mean()),
                Double.toString(run.sampled().deviation()),
                Integer.toString(run.sampled().episodes()),
                Double.toString(training.wallSeconds()),
                Double.toString(training.stepsPerSecond()),
                run.weightsSha256(),
                run.run().toString(),
                "");
    }

    private static List<String> failed(Failed run) {
        String[] cells = new String[SEED_COLUMNS.size()];
        Arrays.fill(cells, "");
        cells[0] = Long.toString(run.seed());
        cells[1] = "failed";
        cells[SEED_COLUMNS.indexOf("run")] = run.run().toString();
        cells[SEED_COLUMNS.indexOf("failure")] = run.message();
        return List.of(cells);
    }

    private static List<String> estimate(Optional<Estimate> estimate) {
        return estimate.map(e -> List.of(
                        Integer.toString(e.seeds()),
                        Double.toString(e.interquartileMean()),
                        e.interval().map(i -> Double.toString(i.low())).orElse(""),
                        e.interval().map(i -> Double.toString(i.high())).orElse("")))
                .orElse(List.of("0", "", "", ""));
    }

    private static void line(StringBuilder text, List<String> cells) {
        text.append(String.join(",", cells.stream().map(SweepCsv::quoted).toList()))
                .append('\n');
    }

    private static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }

    private static String orEmpty(OptionalDouble value) {
        return value.isPresent() ? Double.toString(value.getAsDouble()) : "";
    }

    private static String orEmpty(OptionalLong value) {
        return value.isPresent() ? Long.toString(value.getAsLong()) : "";
    }
}
