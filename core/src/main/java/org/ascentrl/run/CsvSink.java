package org.ascentrl.run;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.ascentrl.training.Callback;
import org.ascentrl.training.Evaluation;
import org.ascentrl.training.TrainingContext;
import org.jspecify.annotations.Nullable;

/**
 * Writes a line of numbers after each update, under a header; what is not known is empty. Where training goes on from a
 * checkpoint, so does the file: lines of updates after it are dropped.
 */
public final class CsvSink implements Callback, AutoCloseable {

    private final Path file;
    private List<String> columns = List.of();
    private @Nullable BufferedWriter writer;

    CsvSink(Path file) {
        this.file = file;
    }

    @Override
    public void started(TrainingContext context) {
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

    /** Keeps the header and the lines of so many updates. */
    private void keep(long updates) throws IOException {
        Path beside = file.resolveSibling(file.getFileName() + ".part");
        try (BufferedReader reader = Files.newBufferedReader(file);
                BufferedWriter kept = Files.newBufferedWriter(beside)) {
            for (long line = 0; line <= updates; line++) {
                String text = reader.readLine();
                if (text == null) {
                    break;
                }
                columns = line == 0 ? List.of(text.split(",", -1)) : columns;
                kept.write(text);
                kept.newLine();
            }
        }
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void updated(TrainingContext context) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("update", context.updates());
        row.put("steps", context.progress().steps());
        row.put("episodes", context.episodes());
        row.put("mean_return_100", known(context.meanReturn()));
        row.put("mean_length_100", known(context.meanLength()));
        row.put("evaluation_return", context.evaluation().map(CsvSink::known).orElse(""));
        row.putAll(context.metrics().asMap());
        row.put("steps_per_second", Math.round(context.stepsPerSecond()));
        if (columns.isEmpty()) {
            columns = List.copyOf(row.keySet());
            write(String.join(",", columns));
        }
        write(String.join(
                ",",
                columns.stream()
                        .map(c -> String.valueOf(row.getOrDefault(c, "")))
                        .toList()));
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
