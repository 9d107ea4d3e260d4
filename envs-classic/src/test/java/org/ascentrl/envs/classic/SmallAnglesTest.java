package org.ascentrl.envs.classic;

import static org.assertj.core.api.Assertions.assertThat;

import org.ascentrl.random.NumpyGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmallAnglesTest {

    @Test
    void equalStrictMathToTheBit() {
        NumpyGenerator random = new NumpyGenerator(0);
        for (int i = 0; i < 200_000; i++) {
            assertEqual(random.uniform(-0.5, 0.5));
            assertEqual(random.standardNormal() * Math.pow(2, random.nextInt(-40, 0)));
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
                Math.PI,
                1e300,
                Double.POSITIVE_INFINITY,
                Double.NaN
            })
    void equalStrictMathAtTheEdges(double x) {
        assertEqual(x);
        assertEqual(-x);
    }

    private static void assertEqual(double x) {
        assertThat(Double.doubleToLongBits(SmallAngles.sin(x)))
                .as("sin %s", x)
                .isEqualTo(Double.doubleToLongBits(StrictMath.sin(x)));
        assertThat(Double.doubleToLongBits(SmallAngles.cos(x)))
                .as("cos %s", x)
                .isEqualTo(Double.doubleToLongBits(StrictMath.cos(x)));
    }
}
