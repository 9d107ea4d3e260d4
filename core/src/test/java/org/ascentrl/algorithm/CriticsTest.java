package org.ascentrl.algorithm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.ascentrl.distribution.Reparameterized;
import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.env.space.Box;
import org.ascentrl.env.space.Masks;
import org.ascentrl.env.space.Observations;
import org.ascentrl.optim.Sgd;
import org.ascentrl.optim.SgdSettings;
import org.ascentrl.policy.DeterministicPolicy;
import org.ascentrl.policy.SquashedGaussianPolicy;
import org.ascentrl.policy.network.Networks;
import org.ascentrl.random.NumpyGenerator;
import org.ascentrl.state.Snapshot;
import org.ascentrl.tensor.Parameter;
import org.ascentrl.tensor.Tensor;
import org.ascentrl.tensor.Tensors;
import org.ascentrl.testing.GradientChecker;
import org.ascentrl.testing.Mlp;
import org.ascentrl.testing.ReferenceBackend;
import org.ascentrl.testing.Rollouts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CriticsTest {

    private static final EnvironmentSpec SPEC = Rollouts.spec(2, Box.of(-1, 1, 1));

    private final ReferenceBackend backend = new ReferenceBackend();
    private final Tensors tensors = Tensors.on(backend);
    private final Networks networks = Mlp.tanh(6).uniform().networks(SPEC, tensors);
    private final Critics critics = new Critics(2, networks, new NumpyGenerator(1), tensors);
    private final Observations s = Observations.of(new float[] {0.1f, 0.2f, -1, 0.5f, 2, -0.3f}, 2);
    private final Tensor a = tensors.of(new float[] {0.5f, -0.5f, 0.9f}, 3, 1);
    private final Tensor ones = tensors.of(new float[] {1, 1, 1}, 3);

    @AfterEach
    void close() {
        backend.close();
    }

    /** Q_2, from what is saved. */
    private double second(double[] input) {
        Snapshot saved = Snapshot.of(critics);
        float[] w = saved.floats("q2.hidden1.weight");
        float[] b = saved.floats("q2.hidden1.bias");
        float[] v = saved.floats("q2.head.weight");
        double q = saved.floats("q2.head.bias")[0];
        for (int unit = 0; unit < b.length; unit++) {
            double sum = b[unit];
            for (int i = 0; i < input.length; i++) {
                sum += input[i] * w[i * b.length + unit];
            }
            q += Math.tanh(sum) * v[unit];
        }
        return q;
    }

    @Test
    void theLeastIsTheSmallerOfTwoThatStartDifferent() {
        double[] first = critics.q1(s, a).toDoubles();
        double[] least = critics.min(s, a).toDoubles();
        double[][] inputs = {{0.1, 0.2, 0.5}, {-1, 0.5, -0.5}, {2, -0.3, 0.9}};
        for (int i = 0; i < inputs.length; i++) {
            assertThat(least[i]).isCloseTo(Math.min(first[i], second(inputs[i])), within(1e-6));
        }
        assertThat(second(inputs[0])).isNotCloseTo(first[0], within(1e-3));
    }

    @Test
    void theTargetsStartEqualAndFollow() {
        assertThat(critics.targetMin(s, a).toFloats())
                .containsExactly(critics.min(s, a).toFloats());
        Parameter bias = critics.parameters().get(3);
        float before = bias.toFloats()[0];
        bias.assign(new float[] {before + 8});
        critics.polyakUpdate(0.25);
        assertThat(Snapshot.of(critics).floats("target1.head.bias")[0]).isCloseTo(before + 2, within(1e-6f));
    }

    @Test
    void theFitIsTheWeightedSquaredErrorOfAllCritics() {
        Tensor y = tensors.of(new float[] {1, 2, 3}, 3);
        Tensor w = tensors.of(new float[] {1, 0, 0.5f}, 3);
        Critics.Loss loss = critics.loss(s, a, y, w);
        double[] first = critics.q1(s, a).toDoubles();
        double expected = 0;
        for (double q : new double[] {first[0], second(new double[] {0.1, 0.2, 0.5})}) {
            expected += Math.pow(1 - q, 2) / 3;
        }
        for (double q : new double[] {first[2], second(new double[] {2, -0.3, 0.9})}) {
            expected += 0.5 * Math.pow(3 - q, 2) / 3;
        }
        assertThat((double) loss.total().item()).isCloseTo(expected, within(1e-5));
        assertThat(loss.errors().toDoubles())
                .containsExactly(new double[] {1 - first[0], 2 - first[1], 3 - first[2]}, within(1e-6));
    }

    @Test
    void gradientsOfTheFitEqualFiniteDifferences() {
        Tensor y = tensors.of(new float[] {1, 2, 3}, 3);
        GradientChecker.check(
                1, critics.parameters(), () -> critics.loss(s, a, y, ones).total());
    }

    /** The whole way: from the policy's parameters through its actions, and through the critics. */
    @Test
    void gradientsThroughPolicyAndCriticsEqualFiniteDifferences() {
        DeterministicPolicy mu = networks.deterministicPolicy(new NumpyGenerator(2));
        GradientChecker.check(
                2, mu.parameters(), () -> critics.q1(s, mu.actions(s)).mean().neg());
        SquashedGaussianPolicy pi = networks.squashedGaussianPolicy(new NumpyGenerator(3));
        GradientChecker.check(3, pi.parameters(), () -> {
            Reparameterized.Sample sample = pi.distribution(s, Masks.ALL).sample(new NumpyGenerator(4));
            Tensor q = critics.min(s, sample.actions());
            return sample.logProb().mul(0.2f).sub(q).mean();
        });
    }

    @Test
    void whatThePolicyLearnsLeavesTheCriticsAsTheyAre() {
        DeterministicPolicy mu = networks.deterministicPolicy(new NumpyGenerator(2));
        Snapshot before = Snapshot.of(critics);
        Snapshot policy = Snapshot.of(mu);
        new Sgd(new SgdSettings(0, 0), mu.parameters(), tensors)
                .minimize(critics.q1(s, mu.actions(s)).mean().neg(), 1);
        assertThat(Snapshot.of(critics)).isEqualTo(before);
        assertThat(Snapshot.of(mu)).isNotEqualTo(policy);
    }
}
