package org.ascentrl.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.ascentrl.random.NumpyGenerator;
import org.ascentrl.state.Snapshot;
import org.ascentrl.state.StateException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunningMomentsTest {

    private static final int SIZE = 3;

    /** Rows of numbers far from 0, whose squares would swallow their variance. */
    private static float[] rows(int count) {
        NumpyGenerator random = new NumpyGenerator(5);
        float[] values = new float[count * SIZE];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.normal(1000 * (i % SIZE), 0.1 + i % SIZE);
        }
        return values;
    }

    private static void compare(RunningMoments moments, float[] values) {
        int rows = values.length / SIZE;
        assertThat(moments.count()).isEqualTo(rows);
        for (int feature = 0; feature < SIZE; feature++) {
            double mean = 0;
            for (int row = 0; row < rows; row++) {
                mean += values[row * SIZE + feature] / (double) rows;
            }
            double variance = 0;
            for (int row = 0; row < rows; row++) {
                double delta = values[row * SIZE + feature] - mean;
                variance += delta * delta / rows;
            }
            assertThat(moments.mean(feature)).isCloseTo(mean, within(1e-9));
            assertThat(moments.variance(feature)).isCloseTo(variance, within(1e-9 * variance));
        }
    }

    @Test
    void equalTwoPasses() {
        float[] values = rows(5000);
        RunningMoments moments = new RunningMoments(SIZE);
        moments.add(values, 5000);
        compare(moments, values);
    }

    @Test
    void batchesAreTakenOneAfterTheOther() {
        float[] values = rows(1000);
        RunningMoments moments = new RunningMoments(SIZE);
        RunningMoments whole = new RunningMoments(SIZE);
        whole.add(values, 1000);
        int from = 0;
        for (int rows : new int[] {1, 0, 9, 490, 500}) {
            moments.add(Arrays.copyOfRange(values, from * SIZE, (from + rows) * SIZE), rows);
            from += rows;
        }
        assertThat(Snapshot.of(moments)).isEqualTo(Snapshot.of(whole));
    }

    /** The variance of one row, or none, would be 0: dividing by it would blow the next one up. */
    @Test
    void theVarianceIsOneBeforeTheSecondRow() {
        RunningMoments moments = new RunningMoments(1);
        assertThat(moments.mean(0)).isZero();
        assertThat(moments.variance(0)).isEqualTo(1);
        moments.add(new float[] {7}, 1);
        assertThat(moments.mean(0)).isEqualTo(7);
        assertThat(moments.variance(0)).isEqualTo(1);
        moments.add(new float[] {9}, 1);
        assertThat(moments.variance(0)).isEqualTo(1);
        moments.add(new float[] {8}, 1);
        assertThat(moments.variance(0)).isCloseTo(2.0 / 3, within(1e-15));
    }

    @ParameterizedTest
    @ValueSource(floats = {0, 0.1f, -1e6f})
    void theVarianceOfEqualRowsIsZero(float value) {
        float[] values = new float[1000];
        Arrays.fill(values, value);
        RunningMoments moments = new RunningMoments(1);
        moments.add(values, 1000);
        assertThat(moments.mean(0)).isEqualTo(value);
        assertThat(moments.variance(0)).isZero();
    }

    @Test
    void restoredGoOnWithTheSameBits() {
        float[] values = rows(100);
        RunningMoments moments = new RunningMoments(SIZE);
        moments.add(values, 60);
        RunningMoments restored = new RunningMoments(SIZE);
        restored.add(values, 3);
        Snapshot.of(moments).restore(restored);
        float[] more = Arrays.copyOfRange(values, 60 * SIZE, values.length);
        moments.add(more, 40);
        restored.add(more, 40);
        assertThat(Snapshot.of(restored)).isEqualTo(Snapshot.of(moments));
        compare(restored, values);
    }

    @Test
    void momentsOfAnotherSizeAreRefused() {
        Snapshot three = Snapshot.of(new RunningMoments(3));
        assertThatThrownBy(() -> three.restore(new RunningMoments(4)))
                .isInstanceOf(StateException.class)
                .hasMessageContaining("mean");
    }
}
