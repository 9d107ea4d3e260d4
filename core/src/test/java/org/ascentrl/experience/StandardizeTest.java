package org.ascentrl.experience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.env.space.Discrete;
import org.ascentrl.random.NumpyGenerator;
import org.ascentrl.testing.Rollouts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StandardizeTest {

    private static final EnvironmentSpec SPEC = Rollouts.spec(1, new Discrete(2));

    /** The deviation of 1, 2, 3, 4, 5 is √(10 / 4). */
    @Test
    void usesTheUnbiasedDeviation() {
        double[] x = {1, 2, 3, 4, 5};
        Standardize.all(x);
        double s = Math.sqrt(2.5);
        assertThat(x).containsExactly(new double[] {-2 / s, -1 / s, 0, 1 / s, 2 / s}, within(1e-8));
    }

    @Test
    void addsTheFloorToTheDeviation() {
        double[] x = {0, 1e-8 * Math.sqrt(2)}; // of deviation 1e-8
        Standardize.all(x);
        assertThat(x).containsExactly(new double[] {-Math.sqrt(0.125), Math.sqrt(0.125)}, within(1e-12));
    }

    @Test
    void oneNumberAndNoneStayAsTheyAre() {
        double[] one = {17};
        Standardize.all(one);
        assertThat(one).containsExactly(17);
        double[] none = {};
        Standardize.all(none);
        assertThat(none).isEmpty();
    }

    @Test
    void twoNumbersBecomeOppositeOnes() {
        double[] two = {-3, 5};
        Standardize.all(two);
        assertThat(two).containsExactly(new double[] {-Math.sqrt(0.5), Math.sqrt(0.5)}, within(1e-8));
    }

    /** The mean of equal numbers is rounded: what is left of them must not become ±1. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.1, -500, 86.60254})
    void equalNumbersBecomeNearlyZero(double value) {
        for (int n : new int[] {2, 3, 7, 500, 10_000}) {
            double[] x = new double[n];
            Arrays.fill(x, value);
            Standardize.all(x);
            for (double z : x) {
                assertThat(z).as("%d times %s", n, value).isCloseTo(0, within(1e-3));
            }
        }
    }

    @Test
    void numbersThatDifferInTheirLastDigitsOnlyAreStandardizedAlike() {
        double[] shifted = new double[1000];
        double[] plain = new double[1000];
        NumpyGenerator random = new NumpyGenerator(4);
        for (int i = 0; i < plain.length; i++) {
            plain[i] = Math.rint(1024 * random.standardNormal()) / 1024;
            shifted[i] = plain[i] + 1e9;
        }
        Standardize.all(plain);
        Standardize.all(shifted);
        assertThat(shifted).containsExactly(plain, within(1e-6));
    }

    @Test
    void eachSegmentByItself() {
        Rollout tau = Rollouts.of(SPEC)
                .rewards(0, 0, 0)
                .terminated()
                .rewards(0)
                .truncated()
                .nextSlot()
                .rewards(0, 0)
                .terminated()
                .build();
        double[] x = {10, 20, 30, 7, 1, -1};
        Standardize.eachSegment(tau, x);
        double h = Math.sqrt(0.5);
        assertThat(x).containsExactly(new double[] {-1, 0, 1, 7, h, -h}, within(1e-8));
    }
}
