package org.ascentrl.random;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RowRandomTest {

    @Test
    void aSharedGeneratorServesTheRowsInTurn() {
        RowRandom rows = RowRandom.shared(new NumpyGenerator(3));
        NumpyGenerator expected = new NumpyGenerator(3);
        for (int row = 0; row < 4; row++) {
            assertThat(rows.row(row).nextLong()).isEqualTo(expected.nextLong());
        }
    }
}
