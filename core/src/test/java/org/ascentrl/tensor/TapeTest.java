package org.ascentrl.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.ascentrl.testing.ReferenceBackend;
import org.junit.jupiter.api.Test;

/** What the tape records, for how long, and what it gives back. */
class TapeTest {

    private final ReferenceBackend backend = new ReferenceBackend();
    private final Tensors tensors = Tensors.on(backend);
    private final Parameter p = parameter("p", 2, 3);
    private final Parameter q = parameter("q", 5, 7);

    @Test
    void aParameterUsedSeveralTimesAccumulates() {
        Tensor x = p.tensor();
        Tensor loss = x.mul(x).add(x.mul(10)).add(q.tensor()).sum();

        assertGradient(loss, p, 14, 16);
    }

    @Test
    void aValueUsedSeveralTimesAccumulates() {
        Tensor y = p.tensor().square();
        Tensor loss = y.add(y.mul(3)).sub(y.mul(0.5f)).sum();

        assertGradient(loss, p, 14, 21);
    }

    @Test
    void aParameterThatTheLossDoesNotUseGetsZeros() {
        Gradients gradients = p.tensor().sum().gradients(List.of(q, p));

        assertThat(gradients.of(q).shape()).isEqualTo(q.shape());
        assertThat(backend.toFloats(gradients.of(q))).containsExactly(0, 0);
        assertThat(backend.toFloats(gradients.of(p))).containsExactly(1, 1);
    }

    @Test
    void aConstantLossGivesZeros() {
        assertGradient(tensors.scalar(3), p, 0, 0);
    }

    @Test
    void aParameterMayBeTheLoss() {
        Parameter alone = parameter("alone", 4);

        assertGradient(alone.tensor(), alone, 1);
    }

    @Test
    void theLossMayHaveAnyShapeOfOneElement() {
        assertGradient(p.tensor().sum(0, true).reshape(1, 1), p, 1, 1);
    }

    @Test
    void aLossHasOneElement() {
        assertThatThrownBy(() -> p.tensor().mul(2).gradients(List.of(p)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("gradients: a loss has one element, not shape [2]");
    }

    @Test
    void gradientsAskedForTwiceAreEqual() {
        Tensor loss = p.tensor().mul(q.tensor()).tanh().sum();
        Gradients first = loss.gradients(List.of(p, q));
        Gradients second = loss.gradients(List.of(p, q));

        for (Parameter parameter : List.of(p, q)) {
            assertThat(backend.toDoubles(second.of(parameter))).containsExactly(backend.toDoubles(first.of(parameter)));
        }
    }

    @Test
    void onlyGradientsThatWereAskedForAreThere() {
        Gradients gradients = p.tensor().sum().gradients(List.of(p));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> gradients.of(q))
                .withMessage("no gradient was asked for parameter q");
    }

    @Test
    void twoLossesShareOneTape() {
        Tensor common = p.tensor().mul(q.tensor());
        Tensor first = common.sum();
        Tensor second = common.square().sum();

        assertGradient(first, p, 5, 7);
        assertGradient(second, q, 2 * 10 * 2, 2 * 21 * 3);
        assertGradient(first, q, 2, 3);
    }

    @Test
    void detachStopsGradients() {
        Tensor x = p.tensor();
        Tensor squared = x.square();

        assertThat(squared.detach().toFloats()).containsExactly(4, 9);
        assertThat(squared.detach().origin()).isNull();
        assertThat(x.detach().origin()).isNull();
        assertGradient(x.mul(squared.detach()).sum(), p, 4, 9);
    }

    @Test
    void detachOfAConstantIsTheConstant() {
        Tensor constant = tensors.scalar(1);

        assertThat(constant.detach()).isSameAs(constant);
    }

    @Test
    void noGradMakesConstants() {
        Tensor x = p.tensor();
        Tensor outside = x.square();
        Tensor inside = tensors.noGrad(() -> {
            Tensor nested = tensors.noGrad(() -> x.mul(2));
            return nested.add(x).add(outside);
        });

        assertThat(inside.origin()).isNull();
        assertGradient(inside.mul(outside).sum(), p, 10 * 4, 18 * 6);
    }

    @Test
    void noGradRecordsAgainAfterAnException() {
        assertThatThrownBy(() -> tensors.noGrad(() -> p.tensor().matmul(p.tensor())))
                .isInstanceOf(ShapeException.class);
        assertThat(p.tensor().neg().origin()).isNotNull();
    }

    @Test
    void constantsAreNotRecorded() {
        Tensor constant = tensors.of(new float[] {1, 2}, 2);

        assertThat(constant.exp().mul(constant).sum(0).origin()).isNull();
        assertThat(constant.concat(0, constant).clamp(0, 1).origin()).isNull();
    }

    @Test
    void onlyTheOperationsOfTheLossAreRecorded() {
        Tensor first = p.tensor().neg();
        Tensor clamped = first.clamp(0, 1);
        Tensor loss = clamped.sum(0);
        loss.gradients(List.of(p));
        Tensor next = p.tensor().neg();

        assertThat(index(clamped)).isEqualTo(index(first) + 1);
        assertThat(index(loss)).isEqualTo(index(clamped) + 1);
        assertThat(index(next)).isEqualTo(index(loss) + 1);
    }

    @Test
    void aLossHasNoGradientsAfterAParameterChanged() {
        Tensor loss = p.tensor().mul(q.tensor()).sum();
        q.assign(new float[] {1, 1});

        assertThatIllegalStateException()
                .isThrownBy(() -> loss.gradients(List.of(p)))
                .withMessage(
                        "gradients: parameter q changed after this loss was computed from it. Compute the loss again.");
        assertGradient(p.tensor().mul(q.tensor()).sum(), p, 1, 1);
    }

    @Test
    void aLossMayOutliveAChangeOfAParameterItDoesNotUse() {
        Tensor loss = p.tensor().square().sum();
        q.assign(new float[] {1, 1});

        assertGradient(loss, p, 4, 6);
    }

    /** The way back to p is not gone for q alone. */
    @Test
    void computesNothingForParametersThatWereNotAskedFor() {
        Tensor inner = p.tensor().square();
        Tensor loss = inner.mul(q.tensor()).sum();
        int before = backend.liveStorages();
        loss.gradients(List.of(q));
        int forOne = backend.liveStorages() - before;
        loss.gradients(List.of(p, q));
        int forBoth = backend.liveStorages() - before - forOne;
        assertThat(forOne).isLessThan(forBoth);
        assertGradient(loss, q, 4, 9);
    }

    @Test
    void aLossHasNoGradientsAfterItsScopeClosed() {
        Tensor loss;
        try (Scope scope = tensors.scope()) {
            loss = p.tensor().sum();
        }
        assertClosed(loss);
        Tensor later = p.tensor().sum();
        assertClosed(loss);
        assertGradient(later, p, 1, 1);
    }

    @Test
    void closingAnInnerScopeLeavesTheOuterOneRecorded() {
        try (Scope outer = tensors.scope()) {
            Tensor y = p.tensor().square();
            try (Scope inner = tensors.scope()) {
                assertGradient(y.mul(3).sum(), p, 12, 18);
            }
            assertGradient(y.mul(2).sum(), p, 8, 12);
        }
    }

    @Test
    void aScopeFreesWhatWasComputedInIt() {
        int live = backend.liveStorages();
        for (int i = 0; i < 3; i++) {
            try (Scope scope = tensors.scope()) {
                p.tensor().mul(q.tensor()).tanh().sum().gradients(List.of(p, q));
            }
            assertThat(backend.liveStorages()).isEqualTo(live);
        }
    }

    @Test
    void closingAScopeAgainForgetsNothing() {
        Scope scope = tensors.scope();
        scope.close();
        Tensor loss = p.tensor().square().sum();
        scope.close();

        assertGradient(loss, p, 4, 6);
    }

    @Test
    void aValueKeptFromAClosedScopeIsOfUseOnlyDetached() {
        Tensor kept;
        try (Scope scope = tensors.scope()) {
            kept = p.tensor().square();
            backend.retain(kept.storage());
        }
        assertThatIllegalStateException()
                .isThrownBy(() -> kept.mul(q.tensor()))
                .withMessage("an operand of shape [2] was recorded in a scope that is closed:"
                        + " its gradient is lost. Detach it to use it as a constant.");
        assertGradient(kept.detach().mul(q.tensor()).sum(), q, 4, 9);
    }

    @Test
    void rowsThatChangeAfterTheyWereGatheredDoNotChangeTheGradient() {
        int[] rows = {1, 1};
        Tensor gathered = p.tensor().gatherRows(rows).sum();
        Tensor scattered = q.tensor().scatterAddRows(rows, 2).mul(p.tensor()).sum();
        rows[0] = 0;

        assertGradient(gathered, p, 0, 2);
        assertGradient(scattered, q, 3, 3);
    }

    private static int index(Tensor tensor) {
        return ((Tape.Operation) tensor.origin()).index();
    }

    private void assertClosed(Tensor loss) {
        assertThatIllegalStateException()
                .isThrownBy(() -> loss.gradients(List.of(p)))
                .withMessage("gradients: the scope in which this loss was computed is closed");
    }

    private void assertGradient(Tensor loss, Parameter parameter, float... expected) {
        Storage gradient = loss.gradients(List.of(parameter)).of(parameter);
        assertThat(gradient.shape()).isEqualTo(parameter.shape());
        assertThat(backend.toFloats(gradient)).containsExactly(expected, within(1e-6f));
    }

    private Parameter parameter(String name, float... values) {
        return tensors.parameter(name, (random, shape) -> values, new SplittableRandom(1), values.length);
    }
}
