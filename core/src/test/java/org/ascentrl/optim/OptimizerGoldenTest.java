package org.ascentrl.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.ascentrl.tensor.Gradients;
import org.ascentrl.tensor.Initializer;
import org.ascentrl.tensor.Parameter;
import org.ascentrl.tensor.Tensor;
import org.ascentrl.tensor.Tensors;
import org.ascentrl.testing.Json;
import org.ascentrl.testing.ReferenceBackend;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The first steps of every optimizer, and the clipping of gradients, against PyTorch's in double. */
class OptimizerGoldenTest {

    /** Learning rates and decays are rounded to float32 on their way to the backend: 1.5e-8 of 0.1. */
    private static final double ALLOWED = 2e-8;

    private static final Map<String, Object> GOLDEN = Json.map(
            Json.map(Json.read(OptimizerGoldenTest.class, "/golden/nn.json")).get("optimizers"));

    private final ReferenceBackend backend = new ReferenceBackend();
    private final Tensors tensors = Tensors.on(backend);

    /** Two parameters, whose elements together are the vector of the reference data. */
    private final Parameter matrix = parameter("matrix", 2, 2);

    private final Parameter vector = parameter("vector", 2);
    private final List<Parameter> parameters = List.of(matrix, vector);

    @AfterEach
    void close() {
        backend.close();
    }

    static Stream<Arguments> optimizers() {
        return Stream.of(
                optimizer("sgd", 0.1, (p, t) -> new Sgd(new SgdSettings(0, 0), p, t)),
                optimizer("sgd_momentum", 0.1, (p, t) -> new Sgd(new SgdSettings(0.9, 0), p, t)),
                optimizer("rmsprop", 0.01, (p, t) -> new RmsProp(new RmsPropSettings(0.99, 1e-5, 0), p, t)),
                optimizer("adam", 0.01, (p, t) -> new Adam(new AdamSettings(0.9, 0.999, 1e-8, 0), p, t)),
                optimizer("adam_eps1e-5", 0.01, (p, t) -> new Adam(new AdamSettings(0.9, 0.999, 1e-5, 0), p, t)),
                optimizer(
                        "adamw",
                        0.01,
                        (p, t) -> new Adam(new AdamWSettings(new AdamSettings(0.9, 0.999, 1e-8, 0), 0.01), p, t)));
    }

    private static Arguments optimizer(String name, double learningRate, Creation creation) {
        return Arguments.of(name, learningRate, creation);
    }

    @FunctionalInterface
    interface Creation {
        Optimizer create(List<Parameter> parameters, Tensors tensors);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("optimizers")
    void takesTheStepsOfPyTorch(String name, double learningRate, Creation creation) {
        assign(Json.doubles(GOLDEN.get("w0")));
        Optimizer optimizer = creation.create(parameters, tensors);
        List<?> gradients = (List<?>) GOLDEN.get("grads");
        List<?> after = (List<?>) Json.map(GOLDEN.get("after")).get(name);

        for (int step = 0; step < after.size(); step++) {
            double[] gradient = Json.doubles(gradients.get(step));
            double norm = optimizer.apply(gradients(gradient), learningRate);

            assertThat(norm).isCloseTo(norm(gradient), within(1e-12));
            assertThat(values())
                    .as("step %d", step + 1)
                    .containsExactly(Json.doubles(after.get(step)), within(ALLOWED));
        }
    }

    @Test
    void clipsLikePyTorch() {
        Map<String, Object> golden = Json.map(GOLDEN.get("clip_grad_norm"));
        double[] gradient = Json.doubles(golden.get("grad"));
        double limit = ((Number) golden.get("max_norm")).doubleValue();
        double total = ((Number) golden.get("total_norm")).doubleValue();

        assertThat(descent(limit, gradient)).isCloseTo(total, within(1e-12));
        assertThat(values()).containsExactly(negated(Json.doubles(golden.get("clipped"))), within(1e-7));
    }

    @Test
    void doesNotClipWhatIsWithinTheLimit() {
        double[] gradient = {0.1, -0.2, 0, 0.3, 0.1, -0.1}; // of norm 0.4
        assertThat(descent(0.4001, gradient)).isCloseTo(0.4, within(1e-12));
        assertThat(values()).containsExactly(negated(gradient), within(1e-12));
    }

    @Test
    void limitZeroDoesNotClip() {
        double[] gradient = {1000, -2000, 0, 3000, 1000, -1000};
        assertThat(descent(0, gradient)).isCloseTo(4000, within(1e-9));
        assertThat(values()).containsExactly(negated(gradient), within(1e-9));
    }

    /** The norm is that of all parameters together: one gradient's share depends on the others. */
    @Test
    void clipsEveryOptimizerByTheGlobalNorm() {
        double[] gradient = {3, 0, 0, 0, 4, 0};
        double factor = 0.5 / (5 + 1e-6);
        double[] clipped = Arrays.stream(gradient).map(g -> g * factor).toArray();
        List<Creation> clipping = List.of(
                (p, t) -> new Sgd(new SgdSettings(0.9, 0.5), p, t),
                (p, t) -> new RmsProp(new RmsPropSettings(0.99, 1e-2, 0.5), p, t),
                (p, t) -> new Adam(new AdamSettings(0.9, 0.999, 1, 0.5), p, t),
                (p, t) -> new Adam(new AdamWSettings(new AdamSettings(0.9, 0.999, 1, 0.5), 0.01), p, t));
        List<Creation> plain = List.of(
                (p, t) -> new Sgd(new SgdSettings(0.9, 0), p, t),
                (p, t) -> new RmsProp(new RmsPropSettings(0.99, 1e-2, 0), p, t),
                (p, t) -> new Adam(new AdamSettings(0.9, 0.999, 1, 0), p, t),
                (p, t) -> new Adam(new AdamWSettings(new AdamSettings(0.9, 0.999, 1, 0), 0.01), p, t));
        for (int i = 0; i < clipping.size(); i++) {
            assign(new double[] {1, 1, 1, 1, 1, 1});
            plain.get(i).create(parameters, tensors).apply(gradients(clipped), 0.1);
            double[] expected = values();

            assign(new double[] {1, 1, 1, 1, 1, 1});
            double norm = clipping.get(i).create(parameters, tensors).apply(gradients(gradient), 0.1);
            assertThat(norm).isCloseTo(5, within(1e-12));
            assertThat(values()).as("optimizer %d", i).containsExactly(expected, within(1e-8));
        }
    }

    /** One step of plain descent at rate 1 from 0: the weights become the negated gradient. */
    private double descent(double clipNorm, double[] gradient) {
        return new Sgd(new SgdSettings(0, clipNorm), parameters, tensors).apply(gradients(gradient), 1);
    }

    private Parameter parameter(String name, int... shape) {
        return tensors.parameter(name, Initializer.zeros(), new SplittableRandom(0), shape);
    }

    private void assign(double[] values) {
        assign(matrix, Arrays.copyOfRange(values, 0, 4));
        assign(vector, Arrays.copyOfRange(values, 4, 6));
    }

    private void assign(Parameter parameter, double[] values) {
        parameter.update(own -> backend.assignInPlace(backend.copyOf(values, parameter.shape()), own));
    }

    private double[] values() {
        return parameters.stream()
                .flatMapToDouble(
                        p -> DoubleStream.of(backend.toDoubles(p.tensor().storage())))
                .toArray();
    }

    /** The gradients of Σ g w, with g in full precision. */
    private Gradients gradients(double[] gradient) {
        Parameter g1 = parameter("g1", 2, 2);
        Parameter g2 = parameter("g2", 2);
        assign(g1, Arrays.copyOfRange(gradient, 0, 4));
        assign(g2, Arrays.copyOfRange(gradient, 4, 6));
        Tensor loss = g1.tensor()
                .mul(matrix.tensor())
                .sum()
                .add(g2.tensor().mul(vector.tensor()).sum());
        return loss.gradients(parameters);
    }

    private static double norm(double[] gradient) {
        return Math.sqrt(Arrays.stream(gradient).map(g -> g * g).sum());
    }

    private static double[] negated(double[] values) {
        return Arrays.stream(values).map(x -> -x).toArray();
    }
}
