package org.ascentrl.optim;

import java.util.List;
import org.ascentrl.tck.OptimizerTck;
import org.ascentrl.tensor.Parameter;
import org.ascentrl.tensor.Tensors;
import org.junit.jupiter.api.Nested;

/** That SGD keeps the rules of optimizers; its numbers are those of {@link OptimizerGoldenTest}. */
class SgdTest {

    @Nested
    class Plain extends OptimizerTck {

        @Override
        protected Optimizer optimizer(List<Parameter> parameters, Tensors tensors) {
            return new Sgd(new SgdSettings(0, 0), parameters, tensors);
        }
    }

    @Nested
    class WithMomentum extends OptimizerTck {

        @Override
        protected Optimizer optimizer(List<Parameter> parameters, Tensors tensors) {
            return new Sgd(new SgdSettings(0.9, 0.5), parameters, tensors);
        }
    }
}
