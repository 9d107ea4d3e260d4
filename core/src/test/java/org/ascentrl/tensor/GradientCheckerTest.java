package org.ascentrl.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.ascentrl.testing.GradientChecker;
import org.ascentrl.testing.ReferenceBackend;
import org.junit.jupiter.api.Test;

class GradientCheckerTest {

    private final ReferenceBackend backend = new ReferenceBackend();
    private final Tensors tensors = Tensors.on(backend);
    private final Parameter p = tensors.parameter("p", Initializer.uniform(1), new SplittableRandom(1), 3, 2);
    private final Parameter q = tensors.parameter("layer.q", Initializer.uniform(1), new SplittableRandom(2), 2);

    @Test
    void acceptsRightGradients() {
        assertThatCode(() -> GradientChecker.check(7, List.of(p, q), this::loss))
                .doesNotThrowAnyException();
    }

    @Test
    void acceptsAParameterThatTheLossDoesNotUse() {
        assertThatCode(() -> GradientChecker.check(
                        7, List.of(p, q), () -> p.tensor().exp().sum()))
                .doesNotThrowAnyException();
    }

    @Test
    void namesTheParameterWhoseGradientIsWrong() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> GradientChecker.check(7, List.of(p, q), () -> loss().add(halfSeen(q))))
                .withMessageMatching(
                        "the gradient of parameter layer\\.q\\[2] is wrong: along a random direction it gives"
                                + " \\S+, the finite difference is \\S+: relative error \\S+, allowed 1\\.0E-6");
    }

    @Test
    void noticesAnErrorOfOnePartInTenThousand() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> GradientChecker.check(
                        7, List.of(q), () -> loss().add(halfSeen(q).mul(1e-4f))));
    }

    @Test
    void rejectsGradientsThatAreNotNumbers() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> GradientChecker.check(
                        7, List.of(p), () -> p.tensor().square().neg().sqrt().sum()));
    }

    @Test
    void rejectsALossThatVaries() {
        AtomicInteger calls = new AtomicInteger();
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> GradientChecker.check(7, List.of(p), () -> tensors.scalar(calls.incrementAndGet())))
                .withMessage("the loss varies while its parameters do not: 1.0, then 2.0");
    }

    @Test
    void leavesParametersAndStoragesAsTheyWere() {
        float[] before = p.toFloats();
        int live = backend.liveStorages();
        GradientChecker.check(7, List.of(p, q), this::loss);

        assertThat(p.toFloats()).containsExactly(before);
        assertThat(backend.liveStorages()).isEqualTo(live);
    }

    @Test
    void needsParameters() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GradientChecker.check(7, List.of(), this::loss))
                .withMessage("gradient check: there are no parameters");
    }

    @Test
    void refusesParametersOnAnotherBackend() {
        TensorBackend other = (TensorBackend) Proxy.newProxyInstance(
                TensorBackend.class.getClassLoader(),
                new Class<?>[] {TensorBackend.class},
                (proxy, method, arguments) ->
                        method.getReturnType() == Storage.class ? (Storage) () -> Shape.of(2) : null);
        Parameter foreign = Tensors.on(other).parameter("foreign", Initializer.zeros(), new SplittableRandom(1), 2);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> GradientChecker.check(7, List.of(foreign), this::loss))
                .withMessage("gradient check: parameter foreign[2] lives on another backend."
                        + " Finite differences need doubles: use Tensors.on(new ReferenceBackend()).");
    }

    private Tensor loss() {
        return p.tensor().mul(q.tensor()).tanh().sum();
    }

    /** Σ x², of whose gradient the tape sees only one half. */
    private static Tensor halfSeen(Parameter parameter) {
        return parameter.tensor().mul(parameter.tensor().detach()).sum();
    }
}
