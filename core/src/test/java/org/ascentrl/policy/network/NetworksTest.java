package org.ascentrl.policy.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.ascentrl.distribution.Categorical;
import org.ascentrl.distribution.DiagonalGaussian;
import org.ascentrl.distribution.Distribution;
import org.ascentrl.env.space.Action;
import org.ascentrl.env.space.Actions;
import org.ascentrl.env.space.Box;
import org.ascentrl.env.space.Discrete;
import org.ascentrl.env.space.Masks;
import org.ascentrl.env.space.Observations;
import org.ascentrl.env.space.Space;
import org.ascentrl.policy.Policy;
import org.ascentrl.policy.ValueFunction;
import org.ascentrl.random.NumpyGenerator;
import org.ascentrl.state.Snapshot;
import org.ascentrl.state.StateException;
import org.ascentrl.tensor.Parameter;
import org.ascentrl.tensor.Shape;
import org.ascentrl.tensor.Tensor;
import org.ascentrl.tensor.Tensors;
import org.ascentrl.testing.GradientChecker;
import org.ascentrl.testing.Input;
import org.ascentrl.testing.Mlp;
import org.ascentrl.testing.ReferenceBackend;
import org.ascentrl.testing.Rollouts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** {@link Networks} on a {@link MlpEncoder}: policies and value functions. */
class NetworksTest {

    private static final Mlp PLAIN = Mlp.tanh(5, 4);
    private static final Mlp NORMALIZED = Mlp.tanh(6).uniform().normalized().logStd(-0.5);

    private final ReferenceBackend backend = new ReferenceBackend();
    private final Tensors tensors = Tensors.on(backend);

    @AfterEach
    void close() {
        backend.close();
    }

    private Networks networks(Mlp settings, Space actions) {
        return settings.networks(Rollouts.spec(3, actions), tensors);
    }

    private Policy policy(Mlp settings, Space actions) {
        return networks(settings, actions).policy(new NumpyGenerator(1));
    }

    private static Observations observations() {
        return Observations.of(Input.random(1, Shape.of(4, 3)).values(), 3);
    }

    @Test
    void choicesHaveALogitEach() {
        Policy policy = policy(PLAIN, new Discrete(4));
        assertThat(policy.parameters())
                .extracting(Parameter::toString)
                .containsExactly(
                        "hidden1.weight[3, 5]",
                        "hidden1.bias[5]",
                        "hidden2.weight[5, 4]",
                        "hidden2.bias[4]",
                        "head.weight[4, 4]",
                        "head.bias[4]");
        assertThat(policy.distribution(observations(), Masks.ALL)).isInstanceOf(Categorical.class);
        assertThat(Snapshot.of(policy).names())
                .containsExactlyElementsOf(
                        policy.parameters().stream().map(Parameter::name).toList());
    }

    @Test
    void realActionsHaveAMeanEachAndADeviationThatNoStateChanges() {
        Policy policy = policy(Mlp.relu(5).logStd(-0.5), Box.of(-1, 1, 2));
        assertThat(policy.parameters())
                .extracting(Parameter::toString)
                .containsExactly(
                        "hidden1.weight[3, 5]", "hidden1.bias[5]", "head.weight[5, 2]", "head.bias[2]", "log-std[2]");
        assertThat(policy.parameters().get(4).toFloats()).containsExactly(-0.5f, -0.5f);

        Distribution pi = policy.distribution(observations(), Masks.ALL);
        assertThat(pi).isInstanceOf(DiagonalGaussian.class);
        float entropy = (float) (2 * (0.5 + 0.5 * Math.log(2 * Math.PI) - 0.5));
        assertThat(pi.entropy().toFloats())
                .containsOnly(new float[] {entropy, entropy, entropy, entropy}, within(1e-6f));
    }

    @Test
    void stateDependentNoiseHasADeviationForEachFeatureOfTheLastHiddenLayerAndAction() {
        Mlp settings = Mlp.relu(5, 4).stateDependent(-0.5, 3);
        Policy policy = policy(settings, Box.of(-1, 1, 2));
        Parameter logStd = policy.parameters().get(6);
        assertThat(logStd).hasToString("log-std[4, 2]");
        assertThat(logStd.toFloats()).containsOnly(-0.5f);
        assertThat(Snapshot.of(policy).names()).contains("log-std");
        assertThat(policy.distribution(observations(), Masks.ALL)).isInstanceOf(DiagonalGaussian.class);
        assertThat(policy.noiseSize()).isEqualTo(1 + 4 * 2);
        assertThat(policy(settings, new Discrete(2)).noiseSize()).isZero();
    }

    @Test
    void withoutHiddenLayersItIsLinear() {
        Policy policy = policy(Mlp.linear().uniform(), new Discrete(2));
        assertThat(policy.parameters())
                .extracting(Parameter::toString)
                .containsExactly("head.weight[3, 2]", "head.bias[2]");
    }

    /** Written out by hand: tanh(tanh(x W₁ + b₁) W₂ + b₂) W₃ + b₃. */
    @Test
    void computesItsLayersInOrder() {
        Policy policy = policy(PLAIN, new Discrete(4));
        for (int i = 0; i < policy.parameters().size(); i++) {
            Parameter p = policy.parameters().get(i);
            p.assign(Input.random(i, p.shape()).values());
        }
        float[] x = Input.random(1, Shape.of(4, 3)).values();
        double[][] logits = new double[4][];
        for (int row = 0; row < 4; row++) {
            double[] h = {x[3 * row], x[3 * row + 1], x[3 * row + 2]};
            for (int layer = 0; layer < 3; layer++) {
                h = dense(
                        h,
                        policy.parameters().get(2 * layer),
                        policy.parameters().get(2 * layer + 1));
                if (layer < 2) {
                    h = Arrays.stream(h).map(Math::tanh).toArray();
                }
            }
            logits[row] = h;
        }
        Categorical pi = (Categorical) policy.distribution(observations(), Masks.ALL);
        for (int row = 0; row < 4; row++) {
            double total = Arrays.stream(logits[row]).map(Math::exp).sum();
            for (int a = 0; a < 4; a++) {
                assertThat(pi.logProbs().toDoubles()[4 * row + a])
                        .isCloseTo(logits[row][a] - Math.log(total), within(1e-5));
            }
        }
    }

    private static double[] dense(double[] x, Parameter weight, Parameter bias) {
        int outputs = weight.shape().extent(1);
        double[] y = new double[outputs];
        for (int o = 0; o < outputs; o++) {
            y[o] = bias.toFloats()[o];
            for (int i = 0; i < x.length; i++) {
                y[o] += x[i] * weight.toFloats()[i * outputs + o];
            }
        }
        return y;
    }

    @Test
    void orthogonalWeightsHaveTheirGainsAndNoBias() {
        Networks networks = networks(PLAIN, new Discrete(4));
        List<Parameter> policy = networks.policy(new NumpyGenerator(1)).parameters();
        checkGain(policy.get(0), Math.sqrt(2));
        checkGain(policy.get(2), Math.sqrt(2));
        checkGain(policy.get(4), 0.01);
        List<Parameter> value = networks.value(new NumpyGenerator(1)).parameters();
        checkGain(value.get(0), Math.sqrt(2));
        checkGain(value.get(4), 1);
        for (int i : new int[] {1, 3, 5}) {
            assertThat(policy.get(i).toFloats()).containsOnly(0);
            assertThat(value.get(i).toFloats()).containsOnly(0);
        }
    }

    /** All rows, or all columns where these are fewer, are orthogonal and as long as the gain. */
    private static void checkGain(Parameter weight, double gain) {
        int rows = weight.shape().extent(0);
        int columns = weight.shape().extent(1);
        boolean wide = columns >= rows;
        int count = wide ? rows : columns;
        float[] w = weight.toFloats();
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < count; j++) {
                double dot = 0;
                for (int k = 0; k < (wide ? columns : rows); k++) {
                    dot += (double) (wide ? w[i * columns + k] : w[k * columns + i])
                            * (wide ? w[j * columns + k] : w[k * columns + j]);
                }
                assertThat(dot).isCloseTo(i == j ? gain * gain : 0, within(1e-6 * gain));
            }
        }
    }

    @Test
    void uniformWeightsAndBiasesAreWithinTheRootOfTheInputs() {
        Mlp uniform = Mlp.relu(400, 100).uniform();
        List<Parameter> parameters = policy(uniform, new Discrete(2)).parameters();
        int[] inputs = {3, 3, 400, 400, 100, 100};
        for (int i = 0; i < inputs.length; i++) {
            double bound = 1 / Math.sqrt(inputs[i]);
            double largest = 0;
            for (float w : parameters.get(i).toFloats()) {
                largest = Math.max(largest, Math.abs(w));
            }
            assertThat(largest).as(parameters.get(i).name()).isLessThanOrEqualTo(bound);
            if (parameters.get(i).shape().size() > 50) {
                assertThat(largest).as(parameters.get(i).name()).isGreaterThan(0.9 * bound);
            }
        }
    }

    /** The policy draws first: with or without a value function beside it, it starts the same. */
    @Test
    void aValueFunctionDrawsAfterThePolicy() {
        Networks networks = networks(PLAIN, new Discrete(4));
        NumpyGenerator init = new NumpyGenerator(7);
        Snapshot policy = Snapshot.of(networks.policy(init));
        Snapshot value = Snapshot.of(networks.value(init));
        assertThat(Snapshot.of(networks.policy(new NumpyGenerator(7)))).isEqualTo(policy);
        assertThat(value.floats("hidden1.weight")).isNotEqualTo(policy.floats("hidden1.weight"));
    }

    @Test
    void aPolicySavedWithoutItsNormalizerIsRefused() {
        Mlp without = Mlp.tanh(6).uniform().logStd(-0.5);
        Policy normalized = policy(NORMALIZED, new Discrete(4));
        Snapshot before = Snapshot.of(normalized);
        Snapshot saved = Snapshot.of(policy(without, new Discrete(4)));
        assertThatThrownBy(() -> saved.restore(normalized))
                .isInstanceOf(StateException.class)
                .hasMessageContaining("normalizer.mean")
                .hasMessageContaining("Nothing was changed");
        assertThat(Snapshot.of(normalized)).isEqualTo(before);

        Policy plain = policy(without, new Discrete(4));
        assertThatThrownBy(() -> before.restore(plain))
                .isInstanceOf(StateException.class)
                .hasMessageContaining("normalizer.mean");
    }

    /** What a normalized policy does with x is what its plain twin does with (x − mean) / deviation. */
    @Test
    void normalizesWhatItObservedAndNothingElse() {
        Mlp without = Mlp.tanh(6).uniform().logStd(-0.5);
        Policy normalized = policy(NORMALIZED, Box.of(-1, 1, 2));
        Policy plain = policy(without, Box.of(-1, 1, 2));
        normalized.observe(Rollouts.of(Rollouts.spec(3, Box.of(-1, 1, 2)))
                .step(new float[] {1, 0, -20}, Action.of(0f, 0f), 0)
                .step(new float[] {3, 0.5f, 0}, Action.of(0f, 0f), 0)
                .terminated(1e6f, 1e6f, 1e6f)
                .build());
        float[] x = {4, 0.125f, -25, 2, 0.25f, 1e9f};
        float[] z = {2, -0.5f, -1.5f, 0, 0, 10};
        assertThat(mode(normalized, Observations.of(x, 3)))
                .containsExactly(mode(plain, Observations.of(z, 3)), within(1e-6f));
    }

    private static float[] mode(Policy policy, Observations observations) {
        Actions out = Actions.of(Box.of(-1, 1, 2), observations.rows());
        policy.distribution(observations, Masks.ALL).mode(out);
        return out.reals();
    }

    @Test
    void valuesAreOneNumberForEachRow() {
        for (Mlp settings : List.of(PLAIN, NORMALIZED)) {
            ValueFunction value = networks(settings, new Discrete(4)).value(new NumpyGenerator(1));
            value.observe(Rollouts.random(Rollouts.spec(3, new Discrete(4)), 1, 10));
            assertThat(value.values(observations()).shape()).isEqualTo(Shape.of(4));
            Tensor weights = tensors.of(new float[] {1, -2, 3, 5}, 4);
            GradientChecker.check(
                    2,
                    value.parameters(),
                    () -> value.values(observations()).mul(weights).sum());
        }
    }

    @Test
    void aValueFunctionIsRestoredWithItsNormalizer() {
        Networks networks = networks(NORMALIZED, new Discrete(4));
        ValueFunction value = networks.value(new NumpyGenerator(1));
        value.observe(Rollouts.random(Rollouts.spec(3, new Discrete(4)), 1, 10));
        ValueFunction restored = networks.value(new NumpyGenerator(2));
        Snapshot.of(value).restore(restored);
        assertThat(restored.values(observations()).toFloats())
                .containsExactly(value.values(observations()).toFloats());
        assertThat(Snapshot.of(value).names()).contains("normalizer.mean", "head.weight");
    }
}
