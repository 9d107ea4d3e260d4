package org.ascentrl.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InitializerTest {

    @Test
    void constants() {
        assertThat(Initializer.zeros().values(new SplittableRandom(1), 2, 2)).containsExactly(0, 0, 0, 0);
        assertThat(Initializer.constant(1.5f).values(new SplittableRandom(1), 3))
                .containsExactly(1.5f, 1.5f, 1.5f);
        assertThat(Initializer.constant(2).values(new SplittableRandom(1))).containsExactly(2);
    }

    /** The mean of 100,000 draws is within five of its standard errors, their variance within six: one alarm in 10⁶. */
    @Test
    void uniformHasTheMeanAndVarianceOfItsBounds() {
        int count = 100_000;
        double bound = 0.3;
        float[] values = Initializer.uniform(bound).values(new SplittableRandom(5), count);
        double mean = 0;
        double square = 0;
        for (float value : values) {
            assertThat(value).isBetween((float) -bound, (float) bound);
            mean += value / (double) count;
            square += (double) value * value / count;
        }
        double variance = bound * bound / 3;
        double deviationOfSquare = bound * bound * Math.sqrt(4.0 / 45);
        assertThat(mean).isCloseTo(0, within(5 * Math.sqrt(variance / count)));
        assertThat(square).isCloseTo(variance, within(6 * deviationOfSquare / Math.sqrt(count)));
    }

    @Test
    void fanInIsBoundedByTheRootOfTheInputs() {
        float largest = 0;
        for (float value : Initializer.fanIn(16).values(new SplittableRandom(2), 16, 400)) {
            largest = Math.max(largest, Math.abs(value));
        }
        assertThat(largest).isBetween(0.249f, 0.25f);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "4, 4", "17, 5", "5, 17", "64, 64", "1, 6", "6, 1"})
    void orthogonalHasOrthonormalColumnsOrRowsTimesTheGain(int rows, int columns) {
        double gain = 1.5;
        float[] q = Initializer.orthogonal(gain).values(new SplittableRandom(3), rows, columns);
        boolean tall = rows >= columns;
        int count = Math.min(rows, columns);
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < count; j++) {
                double product = 0;
                for (int k = 0; k < Math.max(rows, columns); k++) {
                    product += tall
                            ? (double) q[k * columns + i] * q[k * columns + j]
                            : (double) q[i * columns + k] * q[j * columns + k];
                }
                assertThat(product).isCloseTo(i == j ? gain * gain : 0, within(1e-6));
            }
        }
    }

    /**
     * Over 2,000 draws of a 2 × 2 matrix each element has mean 0 and mean square ½, and the determinant is as often −1
     * as 1; within six standard errors.
     */
    @Test
    void orthogonalIsUniformOverAllOrthogonalMatrices() {
        int count = 2000;
        double[] mean = new double[4];
        double[] square = new double[4];
        double determinant = 0;
        SplittableRandom random = new SplittableRandom(4);
        for (int n = 0; n < count; n++) {
            float[] q = Initializer.orthogonal(1).values(random, 2, 2);
            for (int i = 0; i < 4; i++) {
                mean[i] += q[i] / (double) count;
                square[i] += (double) q[i] * q[i] / count;
            }
            determinant += (q[0] * q[3] - q[1] * q[2]) / count;
        }
        for (int i = 0; i < 4; i++) {
            assertThat(mean[i]).isCloseTo(0, within(6 * Math.sqrt(0.5 / count)));
            assertThat(square[i]).isCloseTo(0.5, within(6 * Math.sqrt(0.125 / count)));
        }
        assertThat(determinant).isCloseTo(0, within(6 / Math.sqrt(count)));
    }

    @Test
    void orthogonalNeedsAMatrix() {
        assertThatThrownBy(() -> Initializer.orthogonal(1).values(new SplittableRandom(1), 3))
                .isInstanceOf(ShapeException.class)
                .hasMessage("orthogonal: expects a matrix, not [3]");
    }

    @Test
    void theSameGeneratorGivesTheSameValues() {
        for (Initializer initializer :
                List.of(Initializer.uniform(1), Initializer.fanIn(3), Initializer.orthogonal(1))) {
            float[] first = initializer.values(new SplittableRandom(9), 3, 4);
            assertThat(initializer.values(new SplittableRandom(9), 3, 4)).containsExactly(first);
            assertThat(initializer.values(new SplittableRandom(10), 3, 4)).isNotEqualTo(first);
        }
    }
}
