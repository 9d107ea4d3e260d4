package org.ascentrl.nn;

import java.util.List;
import java.util.function.UnaryOperator;
import org.ascentrl.tensor.Parameter;
import org.ascentrl.tensor.Tensor;

/** A differentiable map from rows to rows, with the parameters that it learns. */
public interface Layer extends Parameterized {

    /**
     * A layer without parameters, such as an activation function of one's own:
     *
     * <pre>{@code
     * Layer swish = Layer.of(x -> x.mul(x.sigmoid()));
     * }</pre>
     */
    static Layer of(UnaryOperator<Tensor> function) {
        return new Layer() {
            @Override
            public Tensor apply(Tensor x) {
                return function.apply(x);
            }

            @Override
            public List<Parameter> parameters() {
                return List.of();
            }
        };
    }

    /** Maps [n, inputs] to [n, outputs]. */
    Tensor apply(Tensor x);
}
