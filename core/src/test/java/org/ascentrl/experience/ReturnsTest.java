package org.ascentrl.experience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.env.space.Discrete;
import org.ascentrl.testing.Rollouts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnsTest {

    private static final EnvironmentSpec SPEC = Rollouts.spec(1, new Discrete(2));

    /** One segment of each end, in two slots. */
    private static Rollout three() {
        return Rollouts.of(SPEC)
                .rewards(1, 2, 4)
                .terminated()
                .rewards(8, 16)
                .truncated()
                .nextSlot()
                .rewards(32, 64, 128)
                .cut()
                .build();
    }

    @Test
    void eachStepHasTheRewardsThatFollowIt() {
        assertThat(Returns.discounted(three(), 1)).containsExactly(7, 6, 4, 24, 16, 224, 192, 128);
    }

    @Test
    void laterRewardsCountLess() {
        assertThat(Returns.discounted(three(), 0.5)).containsExactly(3, 4, 4, 16, 16, 96, 128, 128);
    }

    @Test
    void withoutFutureTheReturnIsTheReward() {
        assertThat(Returns.discounted(three(), 0)).containsExactly(three().rewards());
    }

    /** G_t = (1 − γ^(T−t)) / (1 − γ) for rewards of 1. */
    @ParameterizedTest
    @ValueSource(doubles = {0.5, 0.9, 0.99})
    void sumsTheGeometricSeries(double discount) {
        double[] ones = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1};
        double[] returnT =
                Returns.discounted(Rollouts.of(SPEC).rewards(ones).terminated().build(), discount);
        for (int t = 0; t < ones.length; t++) {
            double expected = (1 - Math.pow(discount, ones.length - t)) / (1 - discount);
            assertThat(returnT[t]).as("G_%d", t).isCloseTo(expected, within(1e-13));
        }
    }

    /** What follows a terminated segment is not looked at: here it is no number. */
    @Test
    void goesOnWithTheValueOfTheFinalObservationUnlessTerminated() {
        double[] finalValues = {Double.NaN, 100, 1000};
        assertThat(Returns.discounted(three(), finalValues, 1)).containsExactly(7, 6, 4, 124, 116, 1224, 1192, 1128);
        assertThat(Returns.discounted(three(), finalValues, 0.5)).containsExactly(3, 4, 4, 41, 66, 221, 378, 628);
    }

    @Test
    void aRolloutWithoutRowsHasNoReturns() {
        Rollout empty = Rollouts.of(SPEC).build();
        assertThat(empty.rows()).isZero();
        assertThat(Returns.discounted(empty, 0.9)).isEmpty();
    }

    @Test
    void leavesRewardsAsTheyAre() {
        Rollout tau = three();
        Returns.discounted(tau, 0.5);
        assertThat(tau.rewards()).containsExactly(1, 2, 4, 8, 16, 32, 64, 128);
    }
}
