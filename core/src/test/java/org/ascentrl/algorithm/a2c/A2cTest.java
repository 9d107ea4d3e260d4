package org.ascentrl.algorithm.a2c;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ascentrl.algorithm.Metrics;
import org.ascentrl.algorithm.Setup;
import org.ascentrl.algorithm.Trunk;
import org.ascentrl.env.Discrete;
import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.experience.Progress;
import org.ascentrl.experience.Rollout;
import org.ascentrl.experience.Schedule;
import org.ascentrl.nn.Activation;
import org.ascentrl.optim.Sgd;
import org.ascentrl.optim.SgdSettings;
import org.ascentrl.policy.MlpFactory;
import org.ascentrl.policy.MlpSettings;
import org.ascentrl.random.Streams;
import org.ascentrl.tensor.Scope;
import org.ascentrl.tensor.Tensors;
import org.ascentrl.testing.ReferenceBackend;
import org.ascentrl.testing.Rollouts;
import org.junit.jupiter.api.Test;

class A2cTest {

    private static final EnvironmentSpec SPEC = Rollouts.spec(3, new Discrete(3));

    /** What the last of 20 updates from one rollout reports. */
    private static Metrics learn(double entropy, double valueCoefficient) {
        try (ReferenceBackend backend = new ReferenceBackend()) {
            Tensors tensors = Tensors.on(backend);
            MlpSettings networks =
                    new MlpSettings(List.of(8), Activation.TANH, MlpSettings.Initialization.ORTHOGONAL, false, 0);
            A2cSettings settings = new A2cSettings(
                    0.9,
                    0.8,
                    5,
                    Schedule.constant(0.3),
                    Schedule.constant(entropy),
                    valueCoefficient,
                    false,
                    false,
                    Trunk.SEPARATE);
            A2c a2c = new A2c(
                    settings,
                    new Setup(
                            SPEC,
                            tensors,
                            new MlpFactory().create(networks, SPEC, tensors),
                            parameters -> new Sgd(new SgdSettings(0, 0.5), parameters, tensors),
                            new Streams(1)));
            Rollout tau = Rollouts.random(SPEC, 5, 20);
            Metrics last = Metrics.none();
            for (int i = 0; i < 20; i++) {
                try (Scope scope = tensors.scope()) {
                    last = a2c.update(tau, new Progress(0, 100));
                }
            }
            return last;
        }
    }

    private static double learned(double entropy, double valueCoefficient, String metric) {
        return learn(entropy, valueCoefficient).asMap().get(metric);
    }

    @Test
    void theBonusRaisesTheEntropy() {
        assertThat(learned(1, 0.5, "entropy")).isGreaterThan(learned(0, 0.5, "entropy") + 1e-3);
    }

    @Test
    void theValueFunctionLearnsByItsCoefficient() {
        assertThat(learned(0, 0.5, "value_loss")).isLessThan(learned(0, 0, "value_loss"));
    }
}
