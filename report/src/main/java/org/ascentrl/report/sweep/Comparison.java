package org.ascentrl.report.sweep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ascentrl.report.sweep.SweepSummary.Estimate;
import org.jspecify.annotations.Nullable;

/**
 * Several settings on one environment, each under several seeds, side by side: their scores, and how probable it is that
 * a run of one does better than a run of another.
 *
 * @see <a href="https://arxiv.org/abs/2108.13264">Agarwal et al. 2021, section 4.3</a>
 */
public final class Comparison {

    private static final String NONE = "-";
    private static final String PROBABILITY =
            "; the probability is that a greedy policy of the row has a higher mean return than one of the column";

    private final List<SweepResult> sweeps;
    private final List<SweepSummary> summaries;

    /**
     * @param sweeps at least one
     * @throws IllegalArgumentException if they are of different environments
     */
    public Comparison(List<SweepResult> sweeps) {
        List<String> environments =
                sweeps.stream().map(SweepResult::environment).distinct().toList();
        if (environments.size() > 1) {
            throw new IllegalArgumentException("compare: the runs are of different environments: "
                    + String.join(", ", environments) + ". Compare those of one");
        }
        this.sweeps = List.copyOf(sweeps);
        summaries = sweeps.stream().map(SweepSummary::of).toList();
    }

    /** In Markdown: the scores and, of several settings, who does better than whom. Lines end with {@code \n}. */
    public String markdown() {
        boolean several = sweeps.size() > 1;
        return "## On " + MarkdownTable.text(sweeps.get(0).environment()) + "\n\n" + scores() + "\n"
                + (several ? improvements() + "\n" : "")
                + "Returns are interquartile means over seeds with their 95 % stratified bootstrap interval"
                + (several ? PROBABILITY : "") + ".\n";
    }

    private String scores() {
        MarkdownTable table = new MarkdownTable()
                .left("settings")
                .right("seeds", "failed", "solved", "median solved at", "greedy", "training, last 100", "steps/s");
        for (int i = 0; i < sweeps.size(); i++) {
            SweepSummary summary = summaries.get(i);
            table.row(List.of(
                    sweeps.get(i).settings(),
                    Integer.toString(summary.seeds()),
                    Integer.toString(summary.failed()),
                    Integer.toString(summary.solved()),
                    summary.medianSolvedAtStep().isPresent()
                            ? format("%,.0f", summary.medianSolvedAtStep().getAsDouble())
                            : NONE,
                    text(summary.greedy()),
                    text(summary.training()),
                    format("%,.0f", speed(sweeps.get(i)))));
        }
        return table.render();
    }

    private static double speed(SweepResult sweep) {
        double[] speeds = sweep.scores(run -> OptionalDouble.of(run.training().stepsPerSecond()));
        return speeds.length == 0 ? 0 : ScoreStatistics.median(speeds);
    }

    private String improvements() {
        MarkdownTable table = new MarkdownTable().left("better than");
        sweeps.forEach(sweep -> table.right(sweep.settings()));
        for (SweepResult row : sweeps) {
            List<String> cells = new ArrayList<>(List.of(row.settings()));
            for (SweepResult column : sweeps) {
                cells.add(
                        row.equals(column)
                                ? NONE
                                : improvement(row, column).map(Comparison::text).orElse(NONE));
            }
            table.row(cells);
        }
        return table.render();
    }

    /** As a JSON object. What is not known is null. */
    public Map<String, @Nullable Object> asMap() {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        List<Map<String, @Nullable Object>> settings = new ArrayList<>();
        List<Map<String, Object>> improvements = new ArrayList<>();
        for (int i = 0; i < sweeps.size(); i++) {
            SweepResult row = sweeps.get(i);
            settings.add(SweepJson.of(row, summaries.get(i)));
            for (SweepResult column : sweeps) {
                if (!row.equals(column)) {
                    improvement(row, column)
                            .ifPresent(p -> improvements.add(Map.of(
                                    "settings", row.settings(),
                                    "than", column.settings(),
                                    "probability", p.probability(),
                                    "low95", p.interval().low(),
                                    "high95", p.interval().high())));
                }
            }
        }
        object.put("environment", sweeps.get(0).environment());
        object.put("settings", settings);
        object.put("improvements", improvements);
        return object;
    }

    private record Improvement(double probability, Interval interval) {}

    private static Optional<Improvement> improvement(SweepResult row, SweepResult column) {
        double[] x = greedy(row);
        double[] y = greedy(column);
        return x.length == 0 || y.length == 0
                ? Optional.empty()
                : Optional.of(new Improvement(
                        ScoreStatistics.probabilityOfImprovement(x, y),
                        ScoreStatistics.probabilityOfImprovementInterval(x, y)));
    }

    private static double[] greedy(SweepResult sweep) {
        return sweep.scores(run -> OptionalDouble.of(run.greedy().mean()));
    }

    private static String text(Improvement p) {
        return format(
                "%.2f (%.2f to %.2f)",
                p.probability(), p.interval().low(), p.interval().high());
    }

    private static String text(Optional<Estimate> estimate) {
        return estimate.map(e -> format("%.1f", e.interquartileMean())
                        + e.interval()
                                .map(i -> format(" (%.1f to %.1f)", i.low(), i.high()))
                                .orElse(""))
                .orElse(NONE);
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
