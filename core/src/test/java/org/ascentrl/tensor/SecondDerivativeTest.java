package org.ascentrl.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.ascentrl.testing.GradientChecker;
import org.ascentrl.testing.Input;
import org.ascentrl.testing.ReferenceBackend;
import org.ascentrl.testing.TensorOperation;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Gradients of gradients: that every rule is recorded, and only when asked. */
class SecondDerivativeTest {

    private final ReferenceBackend backend = new ReferenceBackend();
    private final Tensors tensors = Tensors.on(backend);

    /** The norm of the gradient of (Σ w ⊙ f(x))², which every operation makes depend on x. */
    @TestFactory
    Stream<DynamicTest> theGradientOfTheNormOfAGradient() {
        return TensorOperation.all().stream()
                .map(operation -> dynamicTest(operation.toString(), () -> {
                    List<Parameter> parameters = operation.parameters(tensors);
                    GradientChecker.check(13, parameters, () -> {
                        Gradients gradients =
                                operation.loss(tensors, parameters).square().gradients(parameters, true);
                        return sum(parameters.stream()
                                        .map(p -> gradients.tensor(p).square().sum()))
                                .affine(0.01, 1)
                                .log();
                    });
                }));
    }

    /** H v, the gradient of g · v, against (g(x + hv) − g(x − hv)) / 2h. */
    @Test
    void theHessianTimesAVector() {
        List<Parameter> parameters = network();
        List<Tensor> v = parameters.stream()
                .map(p -> tensors.of(
                        Input.random(5, p.shape()).values(), p.shape().toArray()))
                .toList();
        Gradients g = loss(parameters).gradients(parameters, true);
        Tensor product = sum(Stream.of(0, 1, 2, 3)
                .map(i -> g.tensor(parameters.get(i)).mul(v.get(i)).sum()));
        Gradients hv = product.gradients(parameters);

        double h = 1e-5;
        step(parameters, v, (float) h);
        Gradients ahead = loss(parameters).gradients(parameters);
        step(parameters, v, (float) (-2 * h));
        Gradients behind = loss(parameters).gradients(parameters);
        for (Parameter p : parameters) {
            double[] x = backend.toDoubles(ahead.of(p));
            double[] y = backend.toDoubles(behind.of(p));
            double[] exact = backend.toDoubles(hv.of(p));
            for (int i = 0; i < exact.length; i++) {
                assertThat(exact[i]).as("%s[%d]", p, i).isCloseTo((x[i] - y[i]) / (2 * (float) h), within(1e-6));
            }
        }
    }

    @Test
    void aThirdDerivative() {
        Parameter x = tensors.parameter("x", Initializer.constant(2), new SplittableRandom(1), 1);
        List<Parameter> one = List.of(x);
        Tensor loss = x.tensor().square().square();
        Tensor first = loss.gradients(one, true).tensor(x);
        Tensor second = first.gradients(one, true).tensor(x);

        assertThat(first.item()).isEqualTo(32);
        assertThat(second.item()).isEqualTo(48);
        assertThat(second.gradients(one).tensor(x).item()).isEqualTo(48);
    }

    @Test
    void gradientsAreConstantsUnlessTheirGraphIsAskedFor() {
        List<Parameter> parameters = network();
        Tensor loss = loss(parameters);
        Tensor before = parameters.get(0).tensor().neg();
        Gradients plain = loss.gradients(parameters);
        Tensor after = parameters.get(0).tensor().neg();

        assertThat(index(after)).isEqualTo(index(before) + 1);
        for (Parameter p : parameters) {
            assertThat(plain.tensor(p).origin()).isNull();
        }
        assertThat(loss.gradients(parameters, true).tensor(parameters.get(0)).origin())
                .isNotNull();
    }

    private Tensor loss(List<Parameter> p) {
        Tensor x = tensors.of(Input.random(1, Shape.of(6, 3)).values(), 6, 3);
        return x.linear(p.get(0).tensor(), p.get(1).tensor())
                .tanh()
                .linear(p.get(2).tensor(), p.get(3).tensor())
                .logSoftmax()
                .gatherColumns(new int[] {0, 1, 1, 0, 1, 0})
                .mean();
    }

    private List<Parameter> network() {
        return List.of(parameter("w", 3, 5), parameter("b", 5), parameter("v", 5, 2), parameter("c", 2));
    }

    private Parameter parameter(String name, int... shape) {
        return tensors.parameter(name, Initializer.uniform(1), new SplittableRandom(3), shape);
    }

    private void step(List<Parameter> parameters, List<Tensor> direction, float size) {
        for (int i = 0; i < parameters.size(); i++) {
            Storage v = direction.get(i).storage();
            parameters.get(i).update(own -> backend.axpyInPlace(size, v, own));
        }
    }

    private static Tensor sum(Stream<Tensor> terms) {
        return terms.reduce(Tensor::add).orElseThrow();
    }

    private static int index(Tensor tensor) {
        return ((Tape.Operation) tensor.origin()).index();
    }
}
