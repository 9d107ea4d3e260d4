package org.ascentrl.env.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.ascentrl.env.render.Frame;
import org.junit.jupiter.api.Test;

class ActionTest {

    @Test
    void keepsItsNumbersWhateverTheCallerDoesWithTheArrays() {
        int[] integers = {1, 2};
        float[] reals = {0.5f};
        Action action = Action.of(integers, reals);
        integers[0] = 9;
        reals[0] = 9;
        assertThat(action.integers()).isEqualTo(2);
        assertThat(action.integer(0)).isEqualTo(1);
        assertThat(action.integer(1)).isEqualTo(2);
        assertThat(action.reals()).isEqualTo(1);
        assertThat(action.real(0)).isEqualTo(0.5f);
    }

    @Test
    void equalsByItsNumbers() {
        assertThat(Action.of(1)).isEqualTo(Action.of(1)).hasSameHashCodeAs(Action.of(1));
        assertThat(Action.of(1)).isNotEqualTo(Action.of(2)).isNotEqualTo(Action.of(1f));
        assertThat(Action.of(1f)).isEqualTo(Action.of(1f)).hasSameHashCodeAs(Action.of(1f));
        assertThat(Action.of(1f, 2f)).isNotEqualTo(Action.of(1f, 3f));
    }

    @Test
    void printsItsNumbers() {
        assertThat(Action.of(1)).hasToString("1");
        assertThat(Action.of(1, 2)).hasToString("[1, 2]");
        assertThat(Action.of(0.5f, -0.25f)).hasToString("[0.5, -0.25]");
        assertThat(Action.of(new int[] {1}, new float[] {0.5f})).hasToString("[1][0.5]");
    }

    @Test
    void rowsOfActionsAreSetAndRead() {
        Actions actions = Actions.of(Box.of(-1, 1, 2), 3);
        actions.set(1, Action.of(0.25f, -0.5f));
        assertThat(actions.rows()).isEqualTo(3);
        assertThat(actions.reals()).containsExactly(0, 0, 0.25f, -0.5f, 0, 0);
        assertThat(actions.integers()).isEmpty();
        assertThat(actions.get(1)).isEqualTo(Action.of(0.25f, -0.5f));
        actions.reals()[2] = 1;
        assertThat(actions.get(1)).isEqualTo(Action.of(1, -0.5f));
    }

    @Test
    void rowsAreCopied() {
        Actions source = Actions.of(new Discrete(9), 4);
        for (int row = 0; row < 4; row++) {
            source.set(row, Action.of(row + 1));
        }
        Actions target = Actions.of(new Discrete(9), 5);
        target.copy(source, 1, 3, 2);
        assertThat(target.integers()).containsExactly(0, 0, 0, 2, 3);
    }

    @Test
    void aRowRefusesAnActionOfAnotherSpace() {
        Actions actions = Actions.of(new Discrete(2), 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> actions.set(0, Action.of(0.5f)))
                .withMessage("set: action [0.5] has 0 integers and 1 real numbers, but a row has 1 and 0");
        assertThatIllegalArgumentException().isThrownBy(() -> actions.set(0, Action.of(1, 2)));
    }

    @Test
    void aFrameHasAPixelForEachPlace() {
        assertThat(new Frame(2, 3, new int[6]).rgb()).hasSize(6);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Frame(2, 3, new int[5]))
                .withMessage("Frame: 5 pixels do not fill 2 x 3");
        assertThatIllegalArgumentException().isThrownBy(() -> new Frame(1 << 16, 1 << 16, new int[0]));
    }
}
