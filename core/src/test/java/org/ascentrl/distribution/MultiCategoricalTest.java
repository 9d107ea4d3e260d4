package org.ascentrl.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.ascentrl.env.space.Actions;
import org.ascentrl.env.space.Masks;
import org.ascentrl.env.space.MultiDiscrete;
import org.ascentrl.random.NumpyGenerator;
import org.ascentrl.random.RowRandom;
import org.ascentrl.tensor.Tensors;
import org.ascentrl.testing.ReferenceBackend;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MultiCategoricalTest {

    private static final MultiDiscrete SPACE = MultiDiscrete.of(new int[] {3, 2}, new int[] {0, 7});
    private static final float LOG3 = (float) Math.log(3);

    private final ReferenceBackend backend = new ReferenceBackend();
    private final Tensors tensors = Tensors.on(backend);

    @AfterEach
    void close() {
        backend.close();
    }

    private MultiCategorical pi(Masks masks, float... logits) {
        return new MultiCategorical(tensors.of(logits, logits.length / 5, 5), masks, SPACE, tensors);
    }

    /** Probabilities 1/5, 1/5, 3/5 and 1/4, 3/4 in the first row; all alike in the second. */
    private MultiCategorical two() {
        return pi(Masks.ALL, 0, 0, LOG3, 0, LOG3, 0, 0, 0, 0, 0);
    }

    private static Actions actions(int... integers) {
        Actions actions = Actions.of(SPACE, integers.length / 2);
        System.arraycopy(integers, 0, actions.integers(), 0, integers.length);
        return actions;
    }

    @Test
    void theLogarithmOfAProbabilityIsTheSumOverTheIntegers() {
        assertThat(two().logProb(actions(2, 8, 0, 7)).toDoubles())
                .containsExactly(new double[] {Math.log(0.6 * 0.75), Math.log(1.0 / 6)}, within(1e-6));
    }

    @Test
    void theEntropyIsTheSumOverTheIntegers() {
        double first = -0.4 * Math.log(0.2) - 0.6 * Math.log(0.6) - 0.25 * Math.log(0.25) - 0.75 * Math.log(0.75);
        assertThat(two().entropy().toDoubles()).containsExactly(new double[] {first, Math.log(6)}, within(1e-6));
    }

    @Test
    void theModeIsThatOfEachInteger() {
        Actions out = Actions.of(SPACE, 2);
        two().mode(out);
        assertThat(out.integers()).containsExactly(2, 8, 0, 7);
    }

    /** The false alarm rate of five deviations is below 1e-6. */
    @Test
    void drawsEachIntegerByItsProbabilities() {
        int n = 20_000;
        int both = 0;
        int last = 0;
        MultiCategorical pi = two();
        RowRandom random = RowRandom.shared(new NumpyGenerator(5));
        Actions out = Actions.of(SPACE, 2);
        for (int i = 0; i < n; i++) {
            pi.sample(random, out);
            last += out.integers()[0] == 2 ? 1 : 0;
            both += out.integers()[0] == 2 && out.integers()[1] == 8 ? 1 : 0;
        }
        assertThat((double) last / n).isCloseTo(0.6, within(5 * Math.sqrt(0.6 * 0.4 / n)));
        assertThat((double) both / n).isCloseTo(0.45, within(5 * Math.sqrt(0.45 * 0.55 / n)));
    }

    @Test
    void whatIsForbiddenHasNoProbability() {
        boolean[] mask = {true, true, false, true, false};
        MultiCategorical pi = pi(Masks.of(mask, 5), 0, LOG3, 50, 0, 50);
        assertThat(pi.logProb(actions(1, 7)).item()).isCloseTo((float) Math.log(0.75), within(1e-6f));
        Actions out = Actions.of(SPACE, 1);
        RowRandom random = RowRandom.shared(new NumpyGenerator(5));
        for (int i = 0; i < 1000; i++) {
            pi.sample(random, out);
            assertThat(out.integers()[0]).isNotEqualTo(2);
            assertThat(out.integers()[1]).isEqualTo(7);
        }
    }

    @Test
    void anIntegerMustBeAllowedSomething() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pi(Masks.of(new boolean[] {true, true, true, false, false}, 5), 0, 0, 0, 0, 0))
                .withMessageContaining("forbids all 2 choices");
    }
}
