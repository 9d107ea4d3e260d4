package org.ascentrl.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ascentrl.testing.GradientChecker;
import org.ascentrl.testing.ReferenceBackend;
import org.ascentrl.testing.TensorOperation;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The gradient rules against finite differences, and by hand where no finite difference tells. */
class VjpTest {

    private static final Set<String> WITHOUT_GRADIENT = Set.of("sign", "greater", "greaterEqual", "equal", "detach");

    private final ReferenceBackend backend = new ReferenceBackend();
    private final Tensors tensors = Tensors.on(backend);

    @TestFactory
    Stream<DynamicTest> everyOperationAgainstFiniteDifferences() {
        return TensorOperation.all().stream()
                .map(operation -> dynamicTest(operation.toString(), () -> {
                    List<Parameter> parameters = operation.parameters(tensors);
                    GradientChecker.check(11, parameters, () -> operation.loss(tensors, parameters));
                }));
    }

    @Test
    void theTableNamesEveryDifferentiableOperation() {
        Set<String> methods = Arrays.stream(Tensor.class.getDeclaredMethods())
                .filter(m -> Modifier.isPublic(m.getModifiers()) && m.getReturnType() == Tensor.class)
                .map(Method::getName)
                .filter(name -> !WITHOUT_GRADIENT.contains(name))
                .collect(Collectors.toSet());
        Set<String> tested = TensorOperation.all().stream()
                .map(operation -> operation.name().split(" ", 2)[0])
                .collect(Collectors.toSet());
        assertThat(tested).containsAll(methods);
    }

    @Test
    void functionsThatArePiecewiseConstantHaveNoGradient() {
        for (UnaryOp op : UnaryOp.values()) {
            assertThat(Vjp.of(op) != null).as(op.name()).isEqualTo(op != UnaryOp.SIGN);
        }
        for (BinaryOp op : BinaryOp.values()) {
            boolean comparison = op == BinaryOp.GREATER || op == BinaryOp.GREATER_EQUAL || op == BinaryOp.EQUAL;
            assertThat(Vjp.of(op) != null).as(op.name()).isNotEqualTo(comparison);
        }
        Parameter x = parameter(-1, 2);
        assertThat(x.tensor().sign().origin()).isNull();
        assertThat(x.tensor().greaterEqual(1).origin()).isNull();
    }

    @Test
    void tiesOfMaximumAndMinimumShare() {
        Parameter a = parameter(1, 2, 3);
        Parameter b = parameter(1, 5, 0);
        for (Tensor loss : List.of(
                a.tensor().maximum(b.tensor()).sum(),
                a.tensor().neg().minimum(b.tensor().neg()).neg().sum())) {
            Gradients gradients = loss.gradients(List.of(a, b));
            assertThat(backend.toFloats(gradients.of(a))).containsExactly(0.5f, 0, 1);
            assertThat(backend.toFloats(gradients.of(b))).containsExactly(0.5f, 1, 0);
        }
    }

    @Test
    void tiesOfMaxShare() {
        assertGradient(x -> x.max(0).mul(6), new float[] {2, 7, 7, 7}, 0, 2, 2, 2);
        assertGradient(x -> x.reshape(2, 2).max(1).sum(), new float[] {4, 4, 3, 4}, 0.5f, 0.5f, 0, 1);
    }

    @Test
    void clampHasAGradientInsideAndOnItsBounds() {
        float[] values = {-3, -1, 0, 2, 2.5f};
        assertGradient(x -> x.clamp(-1, 2).sum(), values, 0, 1, 1, 1, 0);
        assertGradient(x -> x.clamp(-1, Float.POSITIVE_INFINITY).sum(), values, 0, 1, 1, 1, 1);
        assertGradient(x -> x.clamp(Float.NEGATIVE_INFINITY, 2).sum(), values, 1, 1, 1, 1, 0);
    }

    @Test
    void kinksHaveTheGradientZero() {
        assertGradient(x -> x.relu().sum(), new float[] {-1, 0, 2}, 0, 0, 1);
        assertGradient(x -> x.abs().sum(), new float[] {-1, 0, 2}, -1, 0, 1);
    }

    @Test
    void whereGivesEachOperandTheGradientWhereItWasChosen() {
        Parameter a = parameter(1, 2, 3);
        Parameter b = parameter(4);
        Tensor chosen = tensors.of(new float[] {1, 0, 0}, 3).where(a.tensor(), b.tensor());
        Gradients gradients =
                chosen.mul(tensors.of(new float[] {5, 6, 7}, 3)).sum().gradients(List.of(a, b));

        assertThat(chosen.toFloats()).containsExactly(1, 4, 4);
        assertThat(backend.toFloats(gradients.of(a))).containsExactly(5, 0, 0);
        assertThat(backend.toFloats(gradients.of(b))).containsExactly(13);
    }

    @Test
    void whereHidesTheBranchThatIsNotANumber() {
        Tensor positive = tensors.of(new float[] {0, 1}, 2);
        assertGradient(x -> positive.where(x.log(), x.mul(2)).sum(), new float[] {-1, 2}, 2, 0.5f);
    }

    @Test
    void theMaskOfWhereHasNoGradient() {
        Parameter mask = parameter(1, 0);
        Parameter a = parameter(2, 3);
        Gradients gradients =
                mask.tensor().where(a.tensor(), a.tensor().neg()).sum().gradients(List.of(mask, a));

        assertThat(backend.toFloats(gradients.of(mask))).containsExactly(0, 0);
        assertThat(backend.toFloats(gradients.of(a))).containsExactly(1, -1);
    }

    @Test
    void logSoftmaxOfLargeLogitsHasFiniteGradients() {
        assertGradient(x -> x.logSoftmax().slice(0, 1, 2).sum(), new float[] {1e4f, -1e4f}, -1, 1);
        assertGradient(x -> x.logSoftmax().slice(0, 0, 1).sum(), new float[] {1e4f, -1e4f}, 0, 0);
    }

    private void assertGradient(UnaryOperator<Tensor> loss, float[] at, float... expected) {
        Parameter x = parameter(at);
        Gradients gradients = loss.apply(x.tensor()).gradients(List.of(x));
        assertThat(backend.toFloats(gradients.of(x))).containsExactly(expected, within(1e-6f));
    }

    private Parameter parameter(float... values) {
        return tensors.parameter("x", (random, shape) -> values, new SplittableRandom(1), values.length);
    }
}
