package org.ascentrl.nn;

import java.util.List;
import org.ascentrl.state.State;
import org.ascentrl.state.Stateful;
import org.ascentrl.tensor.Parameter;
import org.ascentrl.tensor.Tensor;

/** A differentiable map from rows to rows, with the parameters that it learns. */
public interface Layer extends Stateful {

    /** [n, inputs] → [n, outputs]. */
    Tensor apply(Tensor x);

    /** In the order of the layers that hold them; never a parameter twice. */
    List<Parameter> parameters();

    @Override
    default void state(State s) {
        parameters().forEach(p -> p.state(s));
    }
}
