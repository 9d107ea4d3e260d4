package org.ascentrl.policy.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.ascentrl.env.space.Box;
import org.ascentrl.env.space.Discrete;
import org.ascentrl.env.space.Observations;
import org.ascentrl.env.space.Space;
import org.ascentrl.policy.ActionValues;
import org.ascentrl.policy.ActionValues.Form;
import org.ascentrl.random.NumpyGenerator;
import org.ascentrl.random.RowRandom;
import org.ascentrl.state.Snapshot;
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

/** Values of actions by a multilayer perceptron: quantiles, dueling, noisy layers. */
class EncodedActionValuesTest {

    private static final int ROWS = 4;
    private static final int ACTIONS = 3;

    private final ReferenceBackend backend = new ReferenceBackend();
    private final Tensors tensors = Tensors.on(backend);

    @AfterEach
    void close() {
        backend.close();
    }

    private ActionValues values(Form form, Space actions, Integer... hidden) {
        Mlp settings = Mlp.tanh(hidden).uniform();
        return settings.networks(Rollouts.spec(2, actions), tensors).actionValues(form, new NumpyGenerator(1));
    }

    private ActionValues values(Form form) {
        return values(form, new Discrete(ACTIONS), 5);
    }

    private static Observations observations() {
        return Observations.of(Input.random(1, Shape.of(ROWS, 2)).values(), 2);
    }

    @Test
    void aValueIsTheMeanOfItsQuantiles() {
        ActionValues q = values(new Form(4, false, false));
        Tensor quantiles = q.quantiles(observations(), null);
        assertThat(quantiles.shape()).isEqualTo(Shape.of(ROWS, ACTIONS, 4));
        float[] all = quantiles.toFloats();
        float[] means = q.values(observations(), null).toFloats();
        assertThat(means).hasSize(ROWS * ACTIONS);
        for (int i = 0; i < means.length; i++) {
            assertThat(means[i])
                    .isCloseTo((all[4 * i] + all[4 * i + 1] + all[4 * i + 2] + all[4 * i + 3]) / 4, within(1e-6f));
        }
    }

    /** Q = V + A − mean A: the mean of the values is V, whatever the advantages. */
    @Test
    void duelingSumsTheValueAndTheAdvantages() {
        ActionValues q = values(new Form(1, true, false), new Discrete(ACTIONS));
        Snapshot saved = Snapshot.of(q);
        float[] valueWeights = saved.floats("value.weight");
        float[] weights = saved.floats("head.weight");
        float[] x = observations().floats();
        float[] values = q.values(observations(), null).toFloats();
        for (int row = 0; row < ROWS; row++) {
            double v = saved.floats("value.bias")[0] + x[2 * row] * valueWeights[0] + x[2 * row + 1] * valueWeights[1];
            double[] a = new double[ACTIONS];
            for (int i = 0; i < ACTIONS; i++) {
                a[i] = saved.floats("head.bias")[i] + x[2 * row] * weights[i] + x[2 * row + 1] * weights[ACTIONS + i];
            }
            double mean = Arrays.stream(a).average().orElseThrow();
            for (int i = 0; i < ACTIONS; i++) {
                assertThat((double) values[row * ACTIONS + i]).isCloseTo(v + a[i] - mean, within(1e-6));
            }
        }
    }

    /** W + Σ ⊙ f(ε_i) f(ε_o)ᵀ and b + σ ⊙ f(ε_o), with the noise of each row. */
    @Test
    void noisyLayersAddFactorizedNoise() {
        ActionValues q = values(new Form(1, false, true), new Discrete(ACTIONS));
        Snapshot saved = Snapshot.of(q);
        assertThat(saved.floats("head.noise.weight")).containsOnly((float) (0.5 / Math.sqrt(2)));
        float[] x = observations().floats();
        float[] values = q.values(observations(), streams()).toFloats();
        for (int row = 0; row < ROWS; row++) {
            NumpyGenerator random = new NumpyGenerator(row);
            double[] in = {f(random), f(random)};
            double[] out = {f(random), f(random), f(random)};
            for (int i = 0; i < ACTIONS; i++) {
                double y = saved.floats("head.bias")[i] + saved.floats("head.noise.bias")[i] * out[i];
                for (int d = 0; d < 2; d++) {
                    int w = d * ACTIONS + i;
                    y += x[2 * row + d]
                            * (saved.floats("head.weight")[w] + saved.floats("head.noise.weight")[w] * in[d] * out[i]);
                }
                assertThat((double) values[row * ACTIONS + i]).isCloseTo(y, within(1e-5));
            }
        }
    }

    private static double f(NumpyGenerator random) {
        double epsilon = random.standardNormal();
        return Math.signum(epsilon) * Math.sqrt(Math.abs(epsilon));
    }

    /** One for each row, seeded with its number. */
    private static RowRandom streams() {
        NumpyGenerator[] streams = new NumpyGenerator[ROWS];
        Arrays.setAll(streams, NumpyGenerator::new);
        return row -> streams[row];
    }

    @Test
    void withoutStreamsThereIsNoNoise() {
        ActionValues q = values(new Form(1, false, true));
        float[] quiet = q.values(observations(), null).toFloats();
        assertThat(q.values(observations(), streams()).toFloats()).isNotEqualTo(quiet);
        assertThat(q.values(observations(), null).toFloats()).isEqualTo(quiet);
    }

    @Test
    void gradientsOfAllFormsAreRight() {
        Observations x = observations();
        for (boolean dueling : new boolean[] {false, true}) {
            for (boolean noisy : new boolean[] {false, true}) {
                ActionValues q = values(new Form(2, dueling, noisy));
                GradientChecker.check(
                        5,
                        q.parameters(),
                        () -> q.quantiles(x, RowRandom.shared(new NumpyGenerator(3)))
                                .square()
                                .mean());
            }
        }
    }

    @Test
    void actionsThatAreNotDiscreteAreRefused() {
        assertThatThrownBy(() -> values(new Form(1, false, false), Box.of(-1, 1, 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Discrete")
                .hasMessageContaining("sac");
    }
}
