package org.ascentrl.env.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class MasksTest {

    private static final boolean[] ALLOWED = {true, false, true, true, false, false};
    private static final Masks MASKS = Masks.of(ALLOWED, 3);

    @Test
    void aRowAllowsWhatItsEntriesSay() {
        for (int row = 0; row < 2; row++) {
            for (int choice = 0; choice < 3; choice++) {
                assertThat(MASKS.allows(row, choice)).isEqualTo(ALLOWED[3 * row + choice]);
            }
        }
        assertThat(MASKS.isAll()).isFalse();
        assertThat(MASKS).hasToString("101 100");
    }

    @Test
    void rowsComeInTheOrderAskedFor() {
        assertThat(MASKS.rows(1, 0, 1)).hasToString("100 101 100");
    }

    @Test
    void columnsAreThoseOfEveryRow() {
        assertThat(MASKS.columns(1, 3))
                .hasToString("01 00")
                .isEqualTo(Masks.of(new boolean[] {false, true, false, false}, 2));
    }

    @Test
    void allForbidNothingInAnyRow() {
        assertThat(Masks.ALL.isAll()).isTrue();
        assertThat(Masks.ALL.allows(1000, 7)).isTrue();
        assertThat(Masks.ALL.rows(3, 4)).isSameAs(Masks.ALL);
        assertThat(Masks.ALL.columns(2, 5)).isSameAs(Masks.ALL);
        assertThat(Masks.of(new boolean[0], 0)).isSameAs(Masks.ALL);
        assertThat(Masks.ALL).hasToString("all").isNotEqualTo(MASKS);
    }

    @Test
    void theyAreAViewOfTheArray() {
        boolean[] allowed = {true, true};
        Masks masks = Masks.of(allowed, 2);
        allowed[1] = false;
        assertThat(masks.allows(0, 1)).isFalse();
    }

    @Test
    void entriesMustMakeWholeRows() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Masks.of(new boolean[5], 3))
                .withMessageContaining("5 entries are no rows of 3 choices");
        assertThatIllegalArgumentException().isThrownBy(() -> Masks.of(new boolean[5], 0));
    }
}
