package org.ascentrl.run;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.ascentrl.training.Callback;
import org.ascentrl.training.Evaluation;
import org.ascentrl.training.TrainingContext;
import org.jspecify.annotations.Nullable;

/**
 * Writes a line of numbers after each update, or at intervals, under a header; what is not known is empty. Where training
 * goes on from a checkpoint, so does the file: lines of updates after it are dropped.
 *
 * <p>The first update that reports something names the columns; lines of updates before it, which learned nothing yet, are
 * held back until then.
 */
public final class CsvSink implements Callback, AutoCloseable {

    private static final int MOST_HELD_BACK = 10_000;
    private static final List<String> WITHOUT_METRICS = List.of(
            "update",
            "steps",
            "episodes",
            "mean_return_100",
            "mean_length_100",
            "evaluation_return",
            "steps_per_second");

    private final Path file;
    private final long every;
    private final List<Map<String, Object>> heldBack = new ArrayList<>();
    private List<String> columns = List.of();
    private long steps;
    private @Nullable BufferedWriter writer;

    /** @param every environment steps from line to line; 0 writes one after each update */
    CsvSink(Path file, long every) {
        this.file = file;
        this.every = every;
    }

    @Override
    public void started(TrainingContext context) {
        steps = context.progress().steps();
        try {
            if (context.updates() == 0) {
                Files.deleteIfExists(file);
            } else if (Files.exists(file)) {
                keep(context.updates());
            }
            writer = Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw FileFailure.cannotWrite(file, e);
        }
    }

    /** Keeps the header and the lines up to so many updates; holds them back if none of them learned anything. */
    private void keep(long updates) throws IOException {
        List<String> lines = Files.readAllLines(file).stream()
                .takeWhile(line -> isUpTo(updates, line))
                .toList();
        List<String> header = lines.isEmpty() ? List.of() : cells(lines.get(0));
        if (header.equals(WITHOUT_METRICS)) {
            lines.stream().skip(1).map(line -> row(header, cells(line))).forEach(heldBack::add);
            Files.delete(file);
        } else {
            columns = header;
            Path beside = file.resolveSibling(file.getFileName() + ".part");
            Files.write(beside, lines);
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static List<String> cells(String line) {
        return List.of(line.split(",", -1));
    }

    private static Map<String, Object> row(List<String> header, List<String> cells) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(header.size(), cells.size()); i++) {
            row.put(header.get(i), cells.get(i));
        }
        return row;
    }

    private static boolean isUpTo(long updates, String line) {
        String update = line.substring(0, Math.max(0, line.indexOf(',')));
        return !update.matches("\\d{1,18}") || Long.parseLong(update) <= updates;
    }

    @Override
    public void updated(TrainingContext context) {
        long before = steps;
        steps = context.progress().steps();
        if (every > 0 && steps / every == before / every && context.evaluation().isEmpty()) {
            return;
        }
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("update", context.updates());
        row.put("steps", context.progress().steps());
        row.put("episodes", context.episodes());
        row.put("mean_return_100", known(context.meanReturn()));
        row.put("mean_length_100", known(context.meanLength()));
        row.put("evaluation_return", context.evaluation().map(CsvSink::known).orElse(""));
        row.putAll(context.metrics().asMap());
        row.put("steps_per_second", Math.round(context.stepsPerSecond()));
        heldBack.add(row);
        boolean named = !columns.isEmpty() || !context.metrics().asMap().isEmpty();
        if (named || heldBack.size() >= MOST_HELD_BACK) {
            write(row.keySet());
        }
    }

    @Override
    public void ended(TrainingContext context) {
        if (!heldBack.isEmpty()) {
            write(heldBack.get(0).keySet());
        }
    }

    /** Writes what is held back, under these names unless there is a header. */
    private void write(Collection<String> names) {
        if (columns.isEmpty()) {
            columns = List.copyOf(names);
            write(String.join(",", columns));
        }
        for (Map<String, Object> row : heldBack) {
            write(columns.stream()
                    .map(column -> String.valueOf(row.getOrDefault(column, "")))
                    .collect(Collectors.joining(",")));
        }
        heldBack.clear();
    }

    private void write(String line) {
        BufferedWriter open = writer;
        if (open == null) {
            throw new IllegalStateException(file + ": training has not started");
        }
        try {
            open.write(line);
            open.newLine();
        } catch (IOException e) {
            throw FileFailure.cannotWrite(file, e);
        }
    }

    private static Object known(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : "";
    }

    private static Object known(Evaluation evaluation) {
        return evaluation.meanReturn();
    }

    /** Hands over what was written: a checkpoint must not know of lines that the file lacks. */
    void flush() {
        try {
            if (writer != null) {
                writer.flush();
            }
        } catch (IOException e) {
            throw FileFailure.cannotWrite(file, e);
        }
    }

    @Override
    public void close() {
        try {
            if (writer != null) {
                writer.close();
            }
        } catch (IOException e) {
            throw FileFailure.cannotWrite(file, e);
        }
    }
}
