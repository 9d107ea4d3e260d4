package org.ascentrl.sink;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.ascentrl.state.AtomicFile;
import org.ascentrl.state.FileFailure;
import org.ascentrl.training.Evaluation;
import org.ascentrl.training.Outcome;
import org.ascentrl.training.TrainingContext;
import org.ascentrl.training.UpdateReport;
import org.jspecify.annotations.Nullable;

/**
 * {@code metrics.csv}: a line of numbers after each update, or at intervals, under a header; what is not known is empty. A
 * metric that is reported for the first time gets a column before the last one, and the file is rewritten in one step. Where
 * training is resumed, lines of updates after its checkpoint are dropped.
 */
public final class CsvSink implements Sink {

    /** The last column: those of metrics stand before it. */
    private static final String LAST = "steps_per_second";

    private static final List<String> COLUMNS =
            List.of("update", "steps", "episodes", "mean_return_100", "mean_length_100", "evaluation_return", LAST);

    private final Path file;
    private final long every;
    private List<String> columns = COLUMNS;
    private long steps;
    private Optional<Evaluation> evaluation = Optional.empty();
    private @Nullable UpdateReport unwritten;
    private @Nullable BufferedWriter writer;

    public CsvSink(SinkSetup setup) {
        file = setup.directory().resolve("metrics.csv");
        every = setup.every();
    }

    @Override
    public void started(TrainingContext training) {
        steps = training.progress().steps();
        try {
            if (training.updates() > 0 && Files.exists(file)) {
                keep(training.updates());
            } else {
                Files.writeString(file, String.join(",", columns) + System.lineSeparator());
            }
            open();
        } catch (IOException e) {
            throw FileFailure.cannotWrite(file, e);
        }
    }

    /** Keeps the header and the lines up to so many updates. */
    private void keep(long updates) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            String header = lines.readLine();
            columns = header == null ? COLUMNS : List.of(header.split(",", -1));
        }
        rewrite(line -> line, line -> isUpTo(updates, line));
    }

    private static boolean isUpTo(long updates, String line) {
        String update = line.substring(0, Math.max(0, line.indexOf(',')));
        return update.matches("\\d{1,18}") && Long.parseLong(update) <= updates;
    }

    /** Replaces the file by its header and the lines before the first that is not kept, each as {@code change} has it. */
    private void rewrite(UnaryOperator<String> change, Predicate<String> kept) throws IOException {
        String header = String.join(",", columns);
        AtomicFile.write(file, out -> {
            BufferedWriter target = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            target.write(header);
            target.newLine();
            try (BufferedReader source = Files.newBufferedReader(file)) {
                source.readLine();
                for (String line = source.readLine(); line != null && kept.test(line); line = source.readLine()) {
                    target.write(change.apply(line));
                    target.newLine();
                }
            }
            target.flush();
        });
    }

    @Override
    public void evaluated(Evaluation greedy) {
        evaluation = Optional.of(greedy);
    }

    @Override
    public void updated(UpdateReport update) {
        long before = steps;
        steps = update.training().progress().steps();
        unwritten = update;
        if (every == 0 || steps / every > before / every || evaluation.isPresent()) {
            write(update);
        }
    }

    /** The last update of a training that is done has its line, whatever the interval. */
    @Override
    public void ended(Outcome outcome) {
        UpdateReport last = unwritten;
        if (last != null && outcome instanceof Outcome.Done) {
            write(last);
        }
        close();
    }

    private void write(UpdateReport update) {
        Map<String, Object> row = new HashMap<>(update.metrics().asMap());
        TrainingContext training = update.training();
        row.put("update", training.updates());
        row.put("steps", training.progress().steps());
        row.put("episodes", training.episodes());
        row.put("mean_return_100", orEmpty(training.meanReturn()));
        row.put("mean_length_100", orEmpty(training.meanLength()));
        row.put(
                "evaluation_return",
                evaluation.<Object>map(Evaluation::meanReturn).orElse(""));
        row.put(LAST, Math.round(training.stepsPerSecond()));
        try {
            addColumns(update);
            BufferedWriter open = writer();
            open.write(columns.stream()
                    .map(column -> String.valueOf(row.getOrDefault(column, "")))
                    .collect(Collectors.joining(",")));
            open.newLine();
        } catch (IOException e) {
            throw FileFailure.cannotWrite(file, e);
        }
        evaluation = Optional.empty();
        unwritten = null;
    }

    private void addColumns(UpdateReport update) throws IOException {
        List<String> added = update.metrics().asMap().keySet().stream()
                .filter(name -> !columns.contains(name))
                .toList();
        if (!added.isEmpty()) {
            columns = new ArrayList<>(columns);
            columns.addAll(columns.size() - 1, added);
            String cells = ",".repeat(added.size());
            writer().close();
            rewrite(
                    line -> new StringBuilder(line)
                            .insert(line.lastIndexOf(','), cells)
                            .toString(),
                    line -> true);
            open();
        }
    }

    private static Object orEmpty(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : "";
    }

    private void open() throws IOException {
        writer = Files.newBufferedWriter(file, StandardOpenOption.APPEND);
    }

    private BufferedWriter writer() {
        BufferedWriter open = writer;
        if (open == null) {
            throw new IllegalStateException(file + ": training has not started");
        }
        return open;
    }

    @Override
    public void flush() {
        try {
            if (writer != null) {
                writer.flush();
            }
        } catch (IOException e) {
            throw FileFailure.cannotWrite(file, e);
        }
    }

    private void close() {
        try {
            if (writer != null) {
                writer.close();
                writer = null;
            }
        } catch (IOException e) {
            throw FileFailure.cannotWrite(file, e);
        }
    }
}
