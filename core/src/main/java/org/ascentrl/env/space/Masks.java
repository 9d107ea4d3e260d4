package org.ascentrl.env.space;

import java.util.Arrays;
import java.util.List;

/**
 * The action masks of N rows: which of the action space's {@link Space#choices()} are valid in each.
 *
 * <p>{@link #ALL} masks nothing in any number of rows, and takes no memory. Others are views of an array.
 */
public final class Masks {

    /** Masks by which every choice is valid in every row. */
    public static final Masks ALL = new Masks(new boolean[0], 0);

    private final boolean[] allowed;
    private final int choices;

    private Masks(boolean[] allowed, int choices) {
        this.allowed = allowed;
        this.choices = choices;
    }

    /**
     * Returns a view of an array.
     *
     * @param allowed [N, C] row-major, true where a choice is valid; not copied
     * @param choices C, the choices of a row; if 0, the result is {@link #ALL}
     * @throws IllegalArgumentException if the array does not consist of whole rows
     */
    public static Masks of(boolean[] allowed, int choices) {
        if (choices == 0 ? allowed.length > 0 : allowed.length % choices != 0) {
            throw new IllegalArgumentException("Masks: " + allowed.length + " entries are no rows of " + choices
                    + " choices; pass one entry for each choice of each row");
        }
        return choices == 0 ? ALL : new Masks(allowed, choices);
    }

    /**
     * Joins copies of the first rows of several masks; {@link #ALL} if all of them are.
     *
     * @param choices C, the choices of a row
     * @param counts the number of rows to take of each
     */
    public static Masks concat(List<Masks> parts, int choices, int... counts) {
        if (parts.stream().allMatch(Masks::isAll)) {
            return ALL;
        }
        boolean[] all = new boolean[Arrays.stream(counts).sum() * choices];
        int to = 0;
        for (int i = 0; i < counts.length; i++) {
            parts.get(i).copyTo(all, to, counts[i] * choices);
            to += counts[i] * choices;
        }
        return of(all, choices);
    }

    private void copyTo(boolean[] target, int from, int length) {
        if (isAll()) {
            Arrays.fill(target, from, from + length, true);
        } else {
            System.arraycopy(allowed, 0, target, from, length);
        }
    }

    /** Returns whether these are {@link #ALL}. Other masks may also mask nothing. */
    public boolean isAll() {
        return choices == 0;
    }

    /** Returns whether a choice is valid in a row. */
    public boolean allows(int row, int choice) {
        return choices == 0 || allowed[row * choices + choice];
    }

    /** Returns a copy of all entries [N, C], row-major; empty for {@link #ALL}. */
    public boolean[] toArray() {
        return allowed.clone();
    }

    /** Returns a copy of the given rows, in their order. */
    public Masks rows(int... rows) {
        if (isAll()) {
            return this;
        }
        boolean[] chosen = new boolean[rows.length * choices];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(allowed, rows[i] * choices, chosen, i * choices, choices);
        }
        return new Masks(chosen, choices);
    }

    /**
     * Returns a copy of the columns from {@code from} (inclusive) to {@code to} (exclusive), such as those of one
     * integer of several.
     */
    public Masks columns(int from, int to) {
        if (isAll()) {
            return this;
        }
        int width = to - from;
        boolean[] chosen = new boolean[allowed.length / choices * width];
        for (int row = 0; row < allowed.length / choices; row++) {
            System.arraycopy(allowed, row * choices + from, chosen, row * width, width);
        }
        return new Masks(chosen, width);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Masks masks && choices == masks.choices && Arrays.equals(allowed, masks.allowed);
    }

    @Override
    public int hashCode() {
        return 31 * choices + Arrays.hashCode(allowed);
    }

    /** As {@code all} or {@code 101 011}, a digit for each choice. */
    @Override
    public String toString() {
        if (isAll()) {
            return "all";
        }
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < allowed.length; i++) {
            digits.append(i > 0 && i % choices == 0 ? " " : "").append(allowed[i] ? '1' : '0');
        }
        return digits.toString();
    }
}
