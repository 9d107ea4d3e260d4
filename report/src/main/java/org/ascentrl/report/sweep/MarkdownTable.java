package org.ascentrl.report.sweep;

import java.util.ArrayList;
import java.util.List;

/** A Markdown table whose columns line up, so that it reads as plain text too. */
final class MarkdownTable {

    private final List<Column> columns = new ArrayList<>();
    private final List<List<String>> rows = new ArrayList<>();

    private record Column(String title, boolean right) {}

    MarkdownTable left(String title) {
        columns.add(new Column(title, false));
        return this;
    }

    MarkdownTable right(String... titles) {
        for (String title : titles) {
            columns.add(new Column(title, true));
        }
        return this;
    }

    void row(List<String> cells) {
        rows.add(cells.stream().map(cell -> text(cell).replace("|", "\\|")).toList());
    }

    /** On one line, and without what a renderer would take for HTML. */
    static String text(String anything) {
        return anything.strip().replaceAll("\\s+", " ").replace("<", "\\<");
    }

    String render() {
        StringBuilder text = new StringBuilder();
        line(text, columns.stream().map(Column::title).toList());
        for (int i = 0; i < columns.size(); i++) {
            String dashes = "-".repeat(width(i) - 1);
            text.append("| ")
                    .append(columns.get(i).right() ? dashes + ":" : "-" + dashes)
                    .append(' ');
        }
        text.append("|\n");
        rows.forEach(row -> line(text, row));
        return text.toString();
    }

    private void line(StringBuilder text, List<String> cells) {
        for (int i = 0; i < columns.size(); i++) {
            String cell = cells.get(i);
            String padding = " ".repeat(width(i) - length(cell));
            text.append("| ")
                    .append(columns.get(i).right() ? padding + cell : cell + padding)
                    .append(' ');
        }
        text.append("|\n");
    }

    private int width(int column) {
        int width = Math.max(2, length(columns.get(column).title()));
        for (List<String> row : rows) {
            width = Math.max(width, length(row.get(column)));
        }
        return width;
    }

    private static int length(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
