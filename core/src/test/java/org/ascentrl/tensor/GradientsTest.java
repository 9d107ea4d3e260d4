package org.ascentrl.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.ascentrl.testing.ReferenceBackend;
import org.junit.jupiter.api.Test;

class GradientsTest {

    private final ReferenceBackend backend = new ReferenceBackend();
    private final Tensors tensors = Tensors.on(backend);
    private final Parameter p = tensors.parameter("p", Initializer.zeros(), new SplittableRandom(1), 2);
    private final Parameter q = tensors.parameter("q", Initializer.zeros(), new SplittableRandom(1));
    private final Gradients gradients = p.tensor()
            .mul(tensors.of(new float[] {2, -3}, 2))
            .sum()
            .add(q.tensor().mul(6))
            .gradients(List.of(p, q));

    @Test
    void theNormIsThatOfAllParametersTogether() {
        assertThat(gradients.norm(List.of(p, q))).isCloseTo(7, within(1e-12));
        assertThat(gradients.norm(List.of(q))).isCloseTo(6, within(1e-12));
        assertThat(gradients.norm(List.of())).isZero();
    }

    @Test
    void scaledMultipliesEachAndLeavesTheOriginal() {
        Gradients half = gradients.scaled(0.5);

        assertThat(backend.toFloats(half.of(p))).containsExactly(1, -1.5f);
        assertThat(backend.toFloats(half.of(q))).containsExactly(3);
        assertThat(backend.toFloats(gradients.of(p))).containsExactly(2, -3);
    }

    @Test
    void clippedBringsTheNormDownToTheLimit() {
        Gradients clipped = gradients.clipped(7, 0.5);

        assertThat(clipped.norm(List.of(p, q))).isCloseTo(0.5, within(1e-6)).isLessThan(0.5);
        assertThat(backend.toFloats(clipped.of(p))[0]).isCloseTo(1f / 7, within(1e-6f));
    }

    @Test
    void clippedKeepsWhatIsWithinTheLimit() {
        assertThat(gradients.clipped(7, 7.1)).isSameAs(gradients);
    }

    @Test
    void aLimitOfZeroIsNoLimit() {
        assertThat(gradients.clipped(7, 0)).isSameAs(gradients);
    }

    @Test
    void onesOwnGoWhereThoseOfALossGo() {
        Gradients own = Gradients.of(Map.of(p, tensors.of(new float[] {3, 0}, 2), q, tensors.scalar(4)));

        assertThat(own.norm(List.of(p, q))).isEqualTo(5);
        assertThat(own.tensor(p).toFloats()).containsExactly(3, 0);
        assertThat(own.toVector(List.of(q, p))).containsExactly(4, 3, 0);
    }

    @Test
    void onesOwnHaveTheShapesOfTheirParameters() {
        assertThatThrownBy(() -> Gradients.of(Map.of(p, tensors.of(new float[3], 3))))
                .isInstanceOf(ShapeException.class)
                .hasMessage("gradients: expects [2] for parameter p, not [3]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Gradients.of(Map.of()))
                .withMessage("gradients: there are no parameters");
    }

    @Test
    void areOneVectorAndBack() {
        List<Parameter> both = List.of(p, q);
        float[] vector = gradients.toVector(both);
        Gradients same = Gradients.ofVector(both, vector);

        assertThat(vector).containsExactly(2, -3, 6);
        assertThat(backend.toFloats(same.of(p))).containsExactly(2, -3);
        assertThat(same.tensor(q).item()).isEqualTo(6);
        assertThatThrownBy(() -> Gradients.ofVector(both, new float[4])).isInstanceOf(ShapeException.class);
    }

    /** x = [2, 3], w = [5, 7]ᵀ, b = [1]: one of them is the parameter, the others are constants. */
    @Test
    void aProductHasTheGradientOfTheOneOperandThatIsAParameter() {
        float[] x = {2, 3};
        float[] w = {5, 7};
        Tensor rows = tensors.of(x, 1, 2);
        Tensor columns = tensors.of(w, 2, 1);
        Tensor bias = tensors.of(new float[] {1}, 1);
        assertThat(gradient(x, p -> p.reshape(1, 2).linear(columns, bias))).containsExactly(w);
        assertThat(gradient(w, p -> rows.linear(p.reshape(2, 1), bias))).containsExactly(x);
        assertThat(gradient(new float[] {1}, p -> rows.linear(columns, p))).containsExactly(1);
        assertThat(gradient(x, p -> p.reshape(1, 2).matmul(columns))).containsExactly(w);
        assertThat(gradient(w, p -> rows.matmul(p.reshape(2, 1)))).containsExactly(x);
    }

    private float[] gradient(float[] values, UnaryOperator<Tensor> product) {
        Parameter p = tensors.parameter("x", (random, shape) -> values, new SplittableRandom(1), values.length);
        Tensor loss = product.apply(p.tensor()).sum();
        assertThat(loss.item()).isIn(31f, 32f);
        return backend.toFloats(loss.gradients(List.of(p)).of(p));
    }
}
