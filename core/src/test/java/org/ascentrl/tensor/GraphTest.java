package org.ascentrl.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.ascentrl.testing.ReferenceBackend;
import org.junit.jupiter.api.Test;

class GraphTest {

    private final Tensors tensors = Tensors.on(new ReferenceBackend());
    private final Parameter w = parameter("w", 4, 2);
    private final Parameter b = parameter("b", 2);
    private final Tensor x = tensors.of(new float[12], 3, 4);

    @Test
    void printsALineForEachNode() {
        w.tensor().neg();
        Tensor y = x.linear(w.tensor(), b.tensor());
        Tensor loss =
                y.tanh().mul(y).slice(1, 0, 1).affine(2, -0.5).gatherRows(2, 0).sum();

        assertThat(loss.graph()).hasToString("""
                %0 = constant [3, 4]
                %1 = parameter w [4, 2]
                %2 = parameter b [2]
                %3 = Linear(%0, %1, %2) [3, 2]
                %4 = tanh(%3) [3, 2]
                %5 = mul(%4, %3) [3, 2]
                %6 = Slice[axis=1, from=0, to=1](%5) [3, 1]
                %7 = Affine[scale=2.0, shift=-0.5](%6) [3, 1]
                %8 = GatherRows[2 rows](%7) [2, 1]
                %9 = Reshape[shape=[2]](%8) [2]
                %10 = Sum[axis=0, keep=false](%9) []
                """);
    }

    @Test
    void nodesAreValues() {
        Graph graph = w.tensor().matmul(true, x, true).permute(1, 0).graph();

        assertThat(graph.nodes()).hasSize(4);
        assertThat(graph.nodes().get(0))
                .isInstanceOfSatisfying(
                        Graph.Leaf.class, leaf -> assertThat(leaf.parameter()).isSameAs(w));
        assertThat(graph.nodes().get(2)).isInstanceOfSatisfying(Graph.Result.class, product -> {
            assertThat(product.op()).isEqualTo(new Op.MatMul(true, true));
            assertThat(product.inputs()).isEqualTo(List.of(0, 1));
        });
        assertThat(graph.nodes().get(3))
                .isInstanceOfSatisfying(
                        Graph.Result.class,
                        permuted -> assertThat(permuted.op()).hasToString("Permute[1, 0]"));
    }

    @Test
    void ofAConstantOrAParameterIsOneNode() {
        assertThat(x.exp().graph()).hasToString("%0 = constant [3, 4]\n");
        assertThat(b.tensor().graph()).hasToString("%0 = parameter b [2]\n");
    }

    private Parameter parameter(String name, int... shape) {
        return tensors.parameter(name, Initializer.zeros(), new SplittableRandom(1), shape);
    }
}
