package org.ascentrl.run;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.ascentrl.training.Callback;
import org.ascentrl.training.TrainingContext;

/** Writes a line of numbers after each update, under a header; what is not known yet is empty. */
public final class CsvSink implements Callback, AutoCloseable {

    private final BufferedWriter writer;
    private List<String> columns = List.of();

    CsvSink(BufferedWriter writer) {
        this.writer = writer;
    }

    @Override
    public void updated(TrainingContext context) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("update", context.updates());
        row.put("steps", context.progress().steps());
        row.put("episodes", context.episodes());
        row.put("mean_return_100", known(context.meanReturn()));
        row.put("mean_length_100", known(context.meanLength()));
        row.putAll(context.metrics().asMap());
        row.put("steps_per_second", Math.round(context.stepsPerSecond()));
        try {
            if (columns.isEmpty()) {
                columns = new ArrayList<>(row.keySet());
                writer.write(String.join(",", columns));
                writer.newLine();
            }
            for (int i = 0; i < columns.size(); i++) {
                writer.write(i == 0 ? "" : ",");
                writer.write(String.valueOf(row.getOrDefault(columns.get(i), "")));
            }
            writer.newLine();
        } catch (IOException e) {
            throw new UncheckedIOException("metrics.csv", e);
        }
    }

    private static Object known(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : "";
    }

    @Override
    public void close() {
        try {
            writer.close();
        } catch (IOException e) {
            throw new UncheckedIOException("metrics.csv", e);
        }
    }
}
