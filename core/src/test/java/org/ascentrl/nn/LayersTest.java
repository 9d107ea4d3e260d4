package org.ascentrl.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.ascentrl.state.Snapshot;
import org.ascentrl.tensor.Initializer;
import org.ascentrl.tensor.Parameter;
import org.ascentrl.tensor.Shape;
import org.ascentrl.tensor.ShapeException;
import org.ascentrl.tensor.Tensor;
import org.ascentrl.tensor.Tensors;
import org.ascentrl.testing.GradientChecker;
import org.ascentrl.testing.Input;
import org.ascentrl.testing.ReferenceBackend;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** {@link Dense}, {@link Activation} and {@link Sequential}. */
class LayersTest {

    private final ReferenceBackend backend = new ReferenceBackend();
    private final Tensors tensors = Tensors.on(backend);

    @AfterEach
    void close() {
        backend.close();
    }

    private Dense dense(String name, int inputs, int outputs, long seed) {
        return new Dense(
                name,
                inputs,
                outputs,
                Initializer.uniform(1),
                Initializer.uniform(0.5),
                new SplittableRandom(seed),
                tensors);
    }

    @Test
    void denseIsLinearWithBias() {
        Dense layer = dense("layer", 2, 3, 1);
        layer.parameters().get(0).assign(new float[] {1, 2, 3, 10, 20, 30});
        layer.parameters().get(1).assign(new float[] {0.1f, 0.2f, 0.3f});
        Tensor y = layer.apply(tensors.of(new float[] {1, 1, -1, 2}, 2, 2));
        assertThat(y.shape()).isEqualTo(Shape.of(2, 3));
        assertThat(y.toFloats()).containsExactly(new float[] {11.1f, 22.2f, 33.3f, 19.1f, 38.2f, 57.3f}, within(1e-5f));
    }

    @Test
    void denseNamesItsParameters() {
        Dense layer = dense("layer", 2, 3, 1);
        assertThat(layer.parameters()).extracting(Parameter::name).containsExactly("layer.weight", "layer.bias");
        assertThat(layer.parameters()).extracting(Parameter::shape).containsExactly(Shape.of(2, 3), Shape.of(3));
        assertThat(Snapshot.of(layer).names()).containsExactly("layer.weight", "layer.bias");
    }

    @Test
    void denseRefusesRowsOfAnotherLength() {
        Dense layer = dense("layer", 2, 3, 1);
        assertThatThrownBy(() -> layer.apply(tensors.of(new float[3], 1, 3))).isInstanceOf(ShapeException.class);
    }

    @Test
    void activationsActOnEachElement() {
        Tensor x = tensors.of(new float[] {-1, 0, 2}, 1, 3);
        assertThat(Activation.TANH.apply(x).toFloats()).containsExactly((float) Math.tanh(-1), 0, (float) Math.tanh(2));
        assertThat(Activation.RELU.apply(x).toFloats()).containsExactly(0, 0, 2);
        assertThat(Activation.SIGMOID.apply(x).toFloats())
                .containsExactly(
                        new float[] {(float) (1 / (1 + Math.E)), 0.5f, (float) (1 / (1 + Math.exp(-2)))},
                        within(1e-7f));
        for (Activation activation : Activation.values()) {
            assertThat(activation.parameters()).isEmpty();
            assertThat(Snapshot.of(activation).names()).isEmpty();
        }
    }

    @Test
    void anyFunctionIsALayer() {
        Layer swish = Layer.of(x -> x.mul(x.sigmoid()));
        Sequential network = new Sequential(List.of(swish, Activation.RELU));
        Tensor x = tensors.of(new float[] {-1, 0, 2}, 1, 3);
        assertThat(network.apply(x).toFloats())
                .containsExactly(new float[] {0, 0, (float) (2 / (1 + Math.exp(-2)))}, within(1e-6f));
        assertThat(network.parameters()).isEmpty();
    }

    @Test
    void sequentialAppliesLayersInTheirOrder() {
        Dense first = dense("first", 2, 4, 1);
        Dense second = dense("second", 4, 1, 2);
        Sequential network = new Sequential(List.of(first, Activation.RELU, second));
        Tensor x = tensors.of(Input.random(3, Shape.of(5, 2)).values(), 5, 2);
        assertThat(network.apply(x).toFloats())
                .containsExactly(second.apply(first.apply(x).relu()).toFloats());
        assertThat(network.parameters())
                .extracting(Parameter::name)
                .containsExactly("first.weight", "first.bias", "second.weight", "second.bias");
    }

    @Test
    void sequentialSavesWhatItsLayersSave() {
        NormalizeInput normalize = new NormalizeInput(2, tensors);
        Sequential network = new Sequential(List.of(normalize, dense("layer", 2, 1, 1)));
        assertThat(Snapshot.of(network).names())
                .containsExactly(
                        "normalizer.count", "normalizer.mean", "normalizer.squares", "layer.weight", "layer.bias");
    }

    @Test
    void sequentialHasTheGradientsOfItsLayers() {
        Sequential network = new Sequential(
                List.of(dense("first", 3, 4, 1), Activation.TANH, dense("second", 4, 2, 2), Activation.SIGMOID));
        Tensor x = tensors.of(Input.random(3, Shape.of(5, 3)).values(), 5, 3);
        GradientChecker.check(
                4,
                network.parameters(),
                () -> network.apply(x)
                        .square()
                        .sum(0)
                        .mul(tensors.of(new float[] {1, -2}, 2))
                        .sum());
    }
}
