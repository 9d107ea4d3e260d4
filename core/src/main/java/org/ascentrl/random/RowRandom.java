package org.ascentrl.random;

import java.util.random.RandomGenerator;

/**
 * One random stream for each row of a batch, so that what a row draws does not depend on the rows it is batched with.
 *
 * <p>Who samples takes the rows in ascending order and finishes one before it begins the next: then {@link #shared} is
 * well defined too.
 */
@FunctionalInterface
public interface RowRandom {

    /**
     * The stream of a row.
     *
     * @param row from 0 to the number of rows of the batch, exclusive
     */
    RandomGenerator row(int row);

    /** One generator for all rows: each draws where the row before it left off. */
    static RowRandom shared(RandomGenerator random) {
        return row -> random;
    }
}
