package org.ascentrl.experience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.env.space.Discrete;
import org.ascentrl.testing.Json;
import org.ascentrl.testing.Rollouts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdvantagesTest {

    private static final EnvironmentSpec SPEC = Rollouts.spec(1, new Discrete(2));
    private static final Map<String, Object> GOLDEN = Json.map(
            Json.map(Json.read(AdvantagesTest.class, "/golden/nn.json")).get("gae"));

    /** Of a terminated segment no value may be asked: here it is no number. */
    private static final double[] FINAL_VALUES = {Double.NaN, 20, -30};

    private static final double[] VALUES = {1, -2, 3, 4, 5, -6, 7, 8, 9};

    /** One segment of each end, in two slots. */
    private static final Rollout THREE = Rollouts.of(SPEC)
            .rewards(1, 2, 4)
            .terminated()
            .rewards(8, -16)
            .truncated()
            .nextSlot()
            .rewards(32, 64, -128, 256)
            .cut()
            .build();

    static List<Map<String, Object>> cases() {
        return Json.maps(GOLDEN.get("cases"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void equalsTheReference(Map<String, Object> golden) {
        Columns rewards = new Columns(GOLDEN.get("rewards"));
        Columns starts = new Columns(GOLDEN.get("episode_starts"));
        double[] dones = Json.doubles(GOLDEN.get("dones"));
        double[] lastValues = Json.doubles(GOLDEN.get("last_values"));

        Rollouts rollouts = Rollouts.of(SPEC);
        for (int slot = 0; slot < dones.length; slot++) {
            if (slot > 0) {
                rollouts.nextSlot();
            }
            for (int t = 0; t < rewards.steps(); t++) {
                if (t > 0 && starts.get(t, slot) == 1) {
                    rollouts.terminated();
                }
                rollouts.rewards(rewards.get(t, slot));
            }
            if (dones[slot] == 1) {
                rollouts.terminated();
            } else {
                rollouts.cut();
            }
        }
        Rollout tau = rollouts.build();
        double[] finalValues = tau.segments().stream()
                .mapToDouble(s -> s.bootstraps() ? lastValues[s.slot()] : Double.NaN)
                .toArray();
        double[] values = new Columns(GOLDEN.get("values")).flat();
        double discount = ((Number) golden.get("gamma")).doubleValue();
        double lambda = ((Number) golden.get("lam")).doubleValue();

        double[] advantageT = Advantages.gae(tau, values, finalValues, discount, lambda);
        assertThat(advantageT).containsExactly(new Columns(golden.get("advantages")).flat(), within(1e-9));
        for (int t = 0; t < advantageT.length; t++) {
            advantageT[t] += values[t];
        }
        assertThat(advantageT).containsExactly(new Columns(golden.get("returns")).flat(), within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.9, 1})
    void withLambdaZeroLooksOneStepAhead(double discount) {
        double[] expected = {
            1 + discount * -2 - 1,
            2 + discount * 3 + 2,
            4 - 3,
            8 + discount * 5 - 4,
            -16 + discount * 20 - 5,
            32 + discount * 7 + 6,
            64 + discount * 8 - 7,
            -128 + discount * 9 - 8,
            256 + discount * -30 - 9
        };
        assertThat(Advantages.gae(THREE, VALUES, FINAL_VALUES, discount, 0)).containsExactly(expected, within(1e-12));
        assertThat(Advantages.nStep(THREE, VALUES, FINAL_VALUES, discount, 1)).containsExactly(expected, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.9, 1})
    void withLambdaOneIsTheReturnLessTheValue(double discount) {
        double[] expected = Returns.discounted(THREE, FINAL_VALUES, discount);
        for (int t = 0; t < expected.length; t++) {
            expected[t] -= VALUES[t];
        }
        assertThat(Advantages.monteCarlo(THREE, VALUES, FINAL_VALUES, discount)).containsExactly(expected);
        assertThat(Advantages.gae(THREE, VALUES, FINAL_VALUES, discount, 1)).containsExactly(expected, within(1e-12));
    }

    /** Also with the largest n there is. */
    @ParameterizedTest
    @ValueSource(ints = {4, 5, 100, Integer.MAX_VALUE})
    void withAllStepsIsTheReturnLessTheValue(int n) {
        assertThat(Advantages.nStep(THREE, VALUES, FINAL_VALUES, 0.9, n))
                .containsExactly(Advantages.monteCarlo(THREE, VALUES, FINAL_VALUES, 0.9), within(1e-12));
    }

    @Test
    void nStepsGoNoFurtherThanTheEndOfTheirSegment() {
        double[] expected = {
            1 + 0.5 * 2 + 0.25 * 3 - 1,
            2 + 0.5 * 4 + 2,
            4 - 3,
            8 + 0.5 * -16 + 0.25 * 20 - 4,
            -16 + 0.5 * 20 - 5,
            32 + 0.5 * 64 + 0.25 * 8 + 6,
            64 + 0.5 * -128 + 0.25 * 9 - 7,
            -128 + 0.5 * 256 + 0.25 * -30 - 8,
            256 + 0.5 * -30 - 9
        };
        assertThat(Advantages.nStep(THREE, VALUES, FINAL_VALUES, 0.5, 2)).containsExactly(expected, within(1e-12));
    }

    /** GAE is the exponentially weighted mean of the n-step advantages: Schulman et al. 2016, equation 16. */
    @Test
    void weighsTheAdvantagesOfAllLengths() {
        double discount = 0.9;
        double lambda = 0.7;
        double[] expected = new double[THREE.rows()];
        for (Segment segment : THREE.segments()) {
            for (int t = segment.from(); t < segment.to(); t++) {
                int left = segment.to() - t;
                for (int n = 1; n <= left; n++) {
                    double weight = n < left ? (1 - lambda) * Math.pow(lambda, n - 1) : Math.pow(lambda, n - 1);
                    expected[t] += weight * Advantages.nStep(THREE, VALUES, FINAL_VALUES, discount, n)[t];
                }
            }
        }
        assertThat(Advantages.gae(THREE, VALUES, FINAL_VALUES, discount, lambda))
                .containsExactly(expected, within(1e-12));
    }

    /** Changing one segment leaves the advantages of the others as they are, bit for bit. */
    @Test
    void segmentsAreIndependent() {
        Rollout changed = Rollouts.of(SPEC)
                .rewards(1, 2, 4)
                .terminated()
                .rewards(1e6, 1e6)
                .truncated()
                .nextSlot()
                .rewards(32, 64, -128, 256)
                .cut()
                .build();
        double[] values = {1, -2, 3, 1e6, 1e6, -6, 7, 8, 9};
        double[] finalValues = {Double.NaN, 1e6, -30};
        double[] before = Advantages.gae(THREE, VALUES, FINAL_VALUES, 0.9, 0.8);
        double[] after = Advantages.gae(changed, values, finalValues, 0.9, 0.8);
        for (int t : new int[] {0, 1, 2, 5, 6, 7, 8}) {
            assertThat(after[t]).as("A_%d", t).isEqualTo(before[t]);
        }
        assertThat(after[4]).isNotEqualTo(before[4]);
    }

    /** A table of the reference data: rows are steps, columns slots. */
    private static final class Columns {

        private final List<?> rows;

        Columns(Object json) {
            rows = (List<?>) json;
        }

        int steps() {
            return rows.size();
        }

        double get(int t, int slot) {
            return Json.doubles(rows.get(t))[slot];
        }

        /** One column after the other. */
        double[] flat() {
            int slots = Json.doubles(rows.get(0)).length;
            double[] flat = new double[slots * steps()];
            for (int i = 0; i < flat.length; i++) {
                flat[i] = get(i % steps(), i / steps());
            }
            return flat;
        }
    }
}
