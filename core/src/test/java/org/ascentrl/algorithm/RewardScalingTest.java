package org.ascentrl.algorithm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.env.space.Discrete;
import org.ascentrl.experience.Rollout;
import org.ascentrl.state.Snapshot;
import org.ascentrl.testing.Rollouts;
import org.junit.jupiter.api.Test;

class RewardScalingTest {

    private static final EnvironmentSpec SPEC = Rollouts.spec(1, new Discrete(2));

    /** Discounted returns so far of γ = 0.5: 1, 2.5; a new episode: 4; slot 1: 8. */
    @Test
    void dividesByTheDeviationOfTheDiscountedReturn() {
        Rollout tau = Rollouts.of(SPEC)
                .rewards(2, 2)
                .terminated()
                .rewards(4)
                .cut()
                .nextSlot()
                .rewards(8)
                .cut()
                .build();
        double mean = (2 + 3 + 4 + 8) / 4.0;
        double deviation = Math.sqrt((sq(2 - mean) + sq(3 - mean) + sq(4 - mean) + sq(8 - mean)) / 4);
        Rollout scaled = new RewardScaling(0.5).scaled(tau);
        assertThat(scaled.rewards())
                .containsExactly(
                        new double[] {2 / deviation, 2 / deviation, 4 / deviation, 8 / deviation}, within(1e-7));
        assertThat(tau.rewards()).containsExactly(2, 2, 4, 8);
        assertThat(scaled.finished()).isEqualTo(tau.finished());
    }

    private static double sq(double x) {
        return x * x;
    }

    /** A cut episode goes on: 1 then 0.5 + 1; another rollout's second slot has its own. */
    @Test
    void aCutEpisodeGoesOn() {
        RewardScaling scaling = new RewardScaling(0.5);
        Rollouts rollouts = Rollouts.of(SPEC);
        scaling.scaled(rollouts.rewards(1).cut().build());
        RewardScaling copy = new RewardScaling(0.5);
        Snapshot.of(scaling).restore(copy);
        Rollout next = Rollouts.of(SPEC).goesOn().rewards(1).cut().build();
        double deviation = 0.25; // of 1 and 1.5
        assertThat(scaling.scaled(next).rewards()).containsExactly(new double[] {1 / deviation}, within(1e-6));
        assertThat(copy.scaled(next).rewards()).containsExactly(new double[] {1 / deviation}, within(1e-6));
    }

    @Test
    void clips() {
        RewardScaling scaling = new RewardScaling(0);
        scaling.scaled(Rollouts.of(SPEC).rewards(1, -1, 1, -1).terminated().build());
        Rollout scaled = scaling.scaled(
                Rollouts.of(SPEC).rewards(new double[200]).terminated().build());
        assertThat(scaled.rewards()).containsOnly(0);
        assertThat(scaling.scaled(Rollouts.of(SPEC)
                                .rewards(1000, -1000, 0, 0, 0, 0, 0)
                                .terminated()
                                .build())
                        .rewards())
                .contains(10, -10);
    }
}
