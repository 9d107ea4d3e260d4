package org.ascentrl.report.plot;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the curve of a run from its {@code metrics.csv}. */
final class MetricsReader {

    private static final String STEPS = "steps";
    private static final String MEAN_RETURN = "mean_return_100";
    private static final int LONGEST_QUOTE = 40;

    private final Path file;
    private int columns;
    private int stepsColumn;
    private int returnColumn;
    private long lineNumber = 1;

    private double[] steps = new double[1024];
    private double[] returns = new double[1024];
    private int size;
    private long lastStep = -1;

    private MetricsReader(Path file) {
        this.file = file;
    }

    static TrainingCurve read(Path file) throws IOException {
        return new MetricsReader(file).read();
    }

    private TrainingCurve read() throws IOException {
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            header(reader.readLine());
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lineNumber++;
                row(line);
            }
        }
        return new TrainingCurve(Arrays.copyOf(steps, size), Arrays.copyOf(returns, size));
    }

    private void header(@Nullable String line) {
        if (line == null) {
            throw wrong("the file is empty; a header with the columns " + STEPS + " and " + MEAN_RETURN + " is needed");
        }
        List<String> names = List.of(line.split(",", -1));
        columns = names.size();
        stepsColumn = column(names, STEPS);
        returnColumn = column(names, MEAN_RETURN);
    }

    private int column(List<String> names, String name) {
        int column = names.indexOf(name);
        if (column < 0) {
            throw wrong("no column " + name + " in the header " + quoted(String.join(",", names)));
        }
        return column;
    }

    private void row(String line) {
        int from = 0;
        int column = 0;
        String stepsCell = "";
        String returnCell = "";
        while (true) {
            int comma = line.indexOf(',', from);
            int to = comma < 0 ? line.length() : comma;
            if (column == stepsColumn) {
                stepsCell = line.substring(from, to);
            } else if (column == returnColumn) {
                returnCell = line.substring(from, to);
            }
            column++;
            if (comma < 0) {
                break;
            }
            from = comma + 1;
        }
        if (column != columns) {
            throw wrong(column + " cells under a header of " + columns + " columns");
        }
        long step = step(stepsCell);
        if (!returnCell.isEmpty()) {
            add(step, meanReturn(returnCell));
        }
    }

    private long step(String cell) {
        long step;
        try {
            step = Long.parseLong(cell);
        } catch (NumberFormatException e) {
            throw wrong(STEPS + " is " + quoted(cell) + "; it must be a whole number");
        }
        if (step < 0 || step < lastStep) {
            throw wrong(STEPS + " is " + step
                    + (lastStep < 0 ? "; it must not be negative" : " after " + lastStep + "; it must not decrease"));
        }
        lastStep = step;
        return step;
    }

    private double meanReturn(String cell) {
        double value;
        try {
            value = Double.parseDouble(cell);
        } catch (NumberFormatException e) {
            value = Double.NaN;
        }
        if (!Double.isFinite(value)) {
            throw wrong(MEAN_RETURN + " is " + quoted(cell) + "; it must be a finite number or empty");
        }
        return value;
    }

    /** Of several rows at the same step the last one counts. */
    private void add(long step, double meanReturn) {
        if (size > 0 && steps[size - 1] == step) {
            size--;
        }
        if (size == steps.length) {
            steps = Arrays.copyOf(steps, 2 * size);
            returns = Arrays.copyOf(returns, 2 * size);
        }
        steps[size] = step;
        returns[size] = meanReturn;
        size++;
    }

    private MetricsFormatException wrong(String what) {
        return new MetricsFormatException(file + ", line " + lineNumber + ": " + what);
    }

    private static String quoted(String text) {
        return '"' + (text.length() > LONGEST_QUOTE ? text.substring(0, LONGEST_QUOTE) + "..." : text) + '"';
    }
}
