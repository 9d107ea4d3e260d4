package org.ascentrl.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** The listed numbers are those of a ziggurat: layers of equal area under the density. */
class ZigguratTablesTest {

    private static final int LAYERS = 256;

    @Test
    void everyLayerOfTheNormalFollowsFromItsEdge() {
        assertZiggurat(NormalTables.K, NormalTables.W, NormalTables.F, 0x1p52, x -> Math.exp(-x * x / 2));
    }

    @Test
    void everyLayerOfTheExponentialFollowsFromItsEdge() {
        assertZiggurat(ExponentialTables.K, ExponentialTables.W, ExponentialTables.F, 0x1p53, x -> Math.exp(-x));
    }

    private static void assertZiggurat(
            long[] inside, double[] width, double[] density, double scale, DoubleUnaryOperator exact) {
        assertThat(inside).hasSize(LAYERS);
        assertThat(width).hasSize(LAYERS);
        assertThat(density).hasSize(LAYERS);
        double edge = width[LAYERS - 1] * scale;
        double area = width[0] * scale * density[LAYERS - 1];
        assertThat((double) inside[0]).isCloseTo(edge / width[0], within(16.0));
        assertThat(inside[1]).isZero();
        assertThat(density[0]).isEqualTo(1);
        for (int i = 1; i < LAYERS; i++) {
            double x = width[i] * scale;
            assertThat(density[i]).isCloseTo(exact.applyAsDouble(x), within(2e-15));
            assertThat(x * (density[i - 1] - density[i])).isCloseTo(area, within(1e-14));
            if (i > 1) {
                assertThat((double) inside[i]).isCloseTo(width[i - 1] / width[i] * scale, within(16.0));
            }
        }
    }
}
