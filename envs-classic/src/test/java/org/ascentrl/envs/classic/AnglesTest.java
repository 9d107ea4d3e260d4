package org.ascentrl.envs.classic;

import static org.assertj.core.api.Assertions.assertThat;

import org.ascentrl.random.NumpyGenerator;
import org.ascentrl.testing.Allocation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnglesTest {

    @Test
    void equalStrictMathToTheBit() {
        NumpyGenerator random = new NumpyGenerator(0);
        for (int i = 0; i < 200_000; i++) {
            assertEqual(random.uniform(-0.5, 0.5));
            assertEqual(random.uniform(-10, 10));
            assertEqual(random.uniform(-100, 100));
            assertEqual(random.standardNormal() * Math.pow(2, random.nextInt(-40, 25)));
        }
    }

    /** Where the difference from the multiple loses most of its bits. */
    @Test
    void equalStrictMathNearTheMultiplesOfAQuarterOfATurn() {
        NumpyGenerator random = new NumpyGenerator(1);
        for (int n = 0; n < 2000; n++) {
            double multiple = n * (Math.PI / 4);
            for (int ulps = -40; ulps <= 40; ulps++) {
                assertEqual(multiple + ulps * Math.ulp(multiple));
                assertEqual(multiple + random.uniform(-1, 1) * Math.pow(2, ulps / 2 - 24));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            doubles = {
                0.0,
                Double.MIN_VALUE,
                0x1.0p-27,
                0x1.fffffffffffffp-28,
                0x1.33333p-2,
                0x1.33332fffffffp-2,
                0x1.3333333333333p-2,
                0x1.9p-1,
                0x1.90001p-1,
                0x1.90000ffffffffp-1,
                0x1.8ffffffffffffp-1,
                0x1.921fbp-1,
                0x1.921fbffffffffp-1,
                0x1.921fcp-1,
                0x1.2d97cp1,
                0x1.2d97bffffffffp1,
                0x1.921fb54442d18p0,
                0x1.921fbp19,
                0x1.921fbffffffffp19,
                0x1.921fcp19,
                0x1.6ac5b262ca1ffp849, // the double that is closest to a multiple of π/2
                0x1.32b57f03fb9ecp4,
                Math.PI,
                1e300,
                Double.POSITIVE_INFINITY,
                Double.NaN
            })
    void equalStrictMathAtTheEdges(double x) {
        assertEqual(x);
        assertEqual(-x);
    }

    @Test
    void allocateNothing() {
        double[] sum = {0};
        assertThat(Allocation.ofCalls(i -> sum[0] += Angles.sin(i * 0.01) + Angles.cos(i * 0.01)))
                .isZero();
    }

    private static void assertEqual(double x) {
        if (Double.doubleToLongBits(Angles.sin(x)) != Double.doubleToLongBits(StrictMath.sin(x))) {
            assertThat(Angles.sin(x)).as("sin %s", x).isEqualTo(StrictMath.sin(x));
        }
        if (Double.doubleToLongBits(Angles.cos(x)) != Double.doubleToLongBits(StrictMath.cos(x))) {
            assertThat(Angles.cos(x)).as("cos %s", x).isEqualTo(StrictMath.cos(x));
        }
    }
}
