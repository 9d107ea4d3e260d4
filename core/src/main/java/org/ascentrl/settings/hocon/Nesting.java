package org.ascentrl.settings.hocon;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The nesting depth of a HOCON text, found by a plain count before any parser sees it. Brackets count one each, and so do
 * the dots since the last comma, bracket or end of line, since {@code a.b.c = 1} nests as well; dots of a number or an
 * unquoted text on the same line count with them. Quoted strings and comments do not count.
 */
final class Nesting {

    private final String text;
    private final Deque<Integer> opened = new ArrayDeque<>();
    private int depth;
    private int dots;
    private int line = 1;
    private boolean afterEquals;

    private Nesting(String text) {
        this.text = text;
    }

    /** The first line on which the text is nested more deeply than this, or 0. */
    static int lineDeeperThan(int limit, String text) {
        return new Nesting(text).scan(limit);
    }

    private int scan(int limit) {
        for (int i = 0; i < text.length(); i = next(i)) {
            count(text.charAt(i));
            if (depth + dots > limit) {
                return line;
            }
        }
        return 0;
    }

    private void count(char c) {
        switch (c) {
            case '{', '[' -> {
                opened.push(1 + dots);
                depth += 1 + dots;
                dots = 0;
            }
            case '}', ']' -> {
                depth -= opened.isEmpty() ? 0 : opened.pop();
                dots = 0;
            }
            case '.' -> dots++;
            case ',' -> dots = 0;
            case '\n' -> {
                line++;
                dots = afterEquals ? dots : 0;
            }
            default -> {}
        }
        if (!Character.isWhitespace(c)) {
            afterEquals = c == '=' || c == ':';
        }
    }

    /** The index after the string, comment or character at {@code i}; lines inside a string are counted here. */
    private int next(int i) {
        if (text.startsWith("\"\"\"", i)) {
            int end = text.indexOf("\"\"\"", i + 3);
            end = end < 0 ? text.length() : end + 3;
            line += (int) text.substring(i, end).chars().filter(c -> c == '\n').count();
            return end;
        }
        if (text.charAt(i) == '"') {
            int end = i + 1;
            while (end < text.length() && text.charAt(end) != '"' && text.charAt(end) != '\n') {
                end += text.charAt(end) == '\\' ? 2 : 1;
            }
            return end < text.length() && text.charAt(end) == '"' ? end + 1 : end;
        }
        if (text.charAt(i) == '#' || text.startsWith("//", i)) {
            int end = text.indexOf('\n', i);
            return end < 0 ? text.length() : end;
        }
        return i + 1;
    }
}
