package org.ascentrl.env.space;

import java.util.Arrays;
import java.util.List;

/**
 * The choices that are allowed in each of N rows, an entry for each of the action space's {@link Space#choices()}.
 *
 * <p>{@link #ALL} forbids nothing in any number of rows and takes no memory. Others are views of an array.
 */
public final class Masks {

    /** Everything is allowed in every row. */
    public static final Masks ALL = new Masks(new boolean[0], 0);

    private final boolean[] allowed;
    private final int choices;

    private Masks(boolean[] allowed, int choices) {
        this.allowed = allowed;
        this.choices = choices;
    }

    /**
     * A view of {@code allowed}.
     *
     * @param allowed [N, choices] row-major, true where a choice is allowed; not copied
     * @param choices C, those of a row; with 0 there is nothing to forbid, and these are {@link #ALL}
     * @throws IllegalArgumentException if the array has no whole rows
     */
    public static Masks of(boolean[] allowed, int choices) {
        if (choices == 0 ? allowed.length > 0 : allowed.length % choices != 0) {
            throw new IllegalArgumentException("Masks: " + allowed.length + " entries are no rows of " + choices
                    + " choices; pass one entry for each choice of each row");
        }
        return choices == 0 ? ALL : new Masks(allowed, choices);
    }

    /**
     * Copies the first rows of each of several, one after the other; {@link #ALL} if all of them are.
     *
     * @param choices C, those of a row
     * @param counts the number of rows of each
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

    /** Returns whether these are {@link #ALL}. Other masks, too, may happen to forbid nothing. */
    public boolean isAll() {
        return choices == 0;
    }

    /** Returns whether a row allows a choice. */
    public boolean allows(int row, int choice) {
        return choices == 0 || allowed[row * choices + choice];
    }

    /** A copy of all entries [N, C], row-major; empty for {@link #ALL}. */
    public boolean[] toArray() {
        return allowed.clone();
    }

    /** A copy of the given rows, in their order. */
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

    /** A copy of the choices from {@code from} to before {@code to} of every row: those of one integer of several. */
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
