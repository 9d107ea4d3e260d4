package org.ascentrl.env.space;

/** The actions of several rows in flat arrays, filled in place. The step path uses it instead of {@link Action}. */
public final class Actions {

    private final int rows;
    private final int integersPerRow;
    private final int realsPerRow;
    private final int[] integers;
    private final float[] reals;

    private Actions(int rows, int integersPerRow, int realsPerRow) {
        this.rows = rows;
        this.integersPerRow = integersPerRow;
        this.realsPerRow = realsPerRow;
        this.integers = new int[rows * integersPerRow];
        this.reals = new float[rows * realsPerRow];
    }

    /** Returns an array of {@code rows} actions of {@code space}, all 0. */
    public static Actions of(Space space, int rows) {
        return new Actions(rows, space.integers(), space.reals());
    }

    public int rows() {
        return rows;
    }

    /** The integers, {@code [rows, integersPerRow]} row-major; live. */
    public int[] integers() {
        return integers;
    }

    /** The real numbers, {@code [rows, realsPerRow]} row-major; live. */
    public float[] reals() {
        return reals;
    }

    public int integersPerRow() {
        return integersPerRow;
    }

    public int realsPerRow() {
        return realsPerRow;
    }

    public Action get(int row) {
        return Action.ofRow(row, integers, integersPerRow, reals, realsPerRow);
    }

    /**
     * Writes an action into a row.
     *
     * @throws IllegalArgumentException if the numbers of integers and reals of the action are not those of a row
     */
    public void set(int row, Action action) {
        if (action.integers() != integersPerRow || action.reals() != realsPerRow) {
            throw new IllegalArgumentException("set: action " + action + " has " + action.integers() + " integers and "
                    + action.reals() + " real numbers, but a row has " + integersPerRow + " and " + realsPerRow);
        }
        for (int i = 0; i < integersPerRow; i++) {
            integers[row * integersPerRow + i] = action.integer(i);
        }
        for (int i = 0; i < realsPerRow; i++) {
            reals[row * realsPerRow + i] = action.real(i);
        }
    }

    /** Returns a copy of the given rows, in their order. */
    public Actions rows(int... chosen) {
        Actions copy = new Actions(chosen.length, integersPerRow, realsPerRow);
        for (int i = 0; i < chosen.length; i++) {
            copy.copy(this, chosen[i], i, 1);
        }
        return copy;
    }

    /** Copies {@code count} rows of {@code source} from row {@code from} to this, from row {@code to}. */
    public void copy(Actions source, int from, int to, int count) {
        System.arraycopy(source.integers, from * integersPerRow, integers, to * integersPerRow, count * integersPerRow);
        System.arraycopy(source.reals, from * realsPerRow, reals, to * realsPerRow, count * realsPerRow);
    }
}
