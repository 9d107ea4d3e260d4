package org.ascentrl.algorithm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.env.space.Discrete;
import org.ascentrl.env.space.Observations;
import org.ascentrl.experience.Rollout;
import org.ascentrl.policy.ActorCritic;
import org.ascentrl.policy.network.Networks;
import org.ascentrl.random.NumpyGenerator;
import org.ascentrl.tensor.Tensors;
import org.ascentrl.testing.Mlp;
import org.ascentrl.testing.ReferenceBackend;
import org.ascentrl.testing.Rollouts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EstimatesTest {

    private static final EnvironmentSpec SPEC = Rollouts.spec(2, new Discrete(3));

    private final ReferenceBackend backend = new ReferenceBackend();
    private final Tensors tensors = Tensors.on(backend);

    @AfterEach
    void close() {
        backend.close();
    }

    private ActorCritic networks(Trunk trunk) {
        Mlp settings = Mlp.tanh(4).uniform();
        Networks networks = settings.networks(SPEC, tensors);
        return trunk.create(networks, new NumpyGenerator(1));
    }

    private double value(ActorCritic networks, float... observation) {
        return networks.values(Observations.of(observation, 2)).item();
    }

    /** With λ = 1 what V goes to is the discounted return, and behind the end the value of the final observation. */
    @Test
    void returnsGoOnWithTheValueOfTheFinalObservationUnlessTerminated() {
        for (Trunk trunk : Trunk.values()) {
            ActorCritic networks = networks(trunk);
            Rollout tau = Rollouts.of(SPEC)
                    .rewards(1, 2)
                    .terminated(5, 6)
                    .rewards(3)
                    .truncated(7, 8)
                    .rewards(4)
                    .cut(9, 10)
                    .build();
            Estimates estimates = Estimates.of(tau, networks, tensors, 0.5, 1);
            assertThat(estimates.returns())
                    .containsExactly(
                            new double[] {
                                1 + 0.5 * 2, 2, 3 + 0.5 * value(networks, 7, 8), 4 + 0.5 * value(networks, 9, 10)
                            },
                            within(1e-6));
            for (int t = 0; t < tau.rows(); t++) {
                assertThat(estimates.values()[t] + estimates.advantages()[t])
                        .isCloseTo(estimates.returns()[t], within(1e-12));
            }
        }
    }

    @Test
    void knowsTheProbabilitiesOfThePolicyThatActed() {
        ActorCritic networks = networks(Trunk.SEPARATE);
        Rollout tau = Rollouts.random(SPEC, 3, 4);
        assertThat(Estimates.of(tau, networks, tensors, 0.9, 0.9).logProbs())
                .isEqualTo(networks.policy()
                        .distribution(tau.observations(), tau.masks())
                        .logProb(tau.actions())
                        .toDoubles());
    }

    @Test
    void explainedVariance() {
        double[] none = {0, 0, 0, 0};
        double[] r = {1, 2, 3, 4};
        assertThat(new Estimates(none, r, none, r).explainedVariance()).isEqualTo(1);
        assertThat(new Estimates(none, new double[] {7, 7, 7, 7}, none, r).explainedVariance())
                .isZero();
        assertThat(new Estimates(none, new double[] {4, 3, 2, 1}, none, r).explainedVariance())
                .isCloseTo(-3, within(1e-12));
        assertThat(new Estimates(none, r, none, none).explainedVariance()).isZero();
    }
}
