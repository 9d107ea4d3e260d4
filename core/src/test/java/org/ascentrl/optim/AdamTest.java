package org.ascentrl.optim;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.ascentrl.tck.OptimizerTck;
import org.ascentrl.tensor.Parameter;
import org.ascentrl.tensor.Tensors;
import org.junit.jupiter.api.Test;

/** That Adam keeps the rules of optimizers; its numbers are those of {@link OptimizerGoldenTest}. */
class AdamTest extends OptimizerTck {

    @Override
    protected Optimizer optimizer(List<Parameter> parameters, Tensors tensors) {
        return new Adam(new AdamSettings(0.9, 0.999, 1e-5, 0.5), parameters, tensors);
    }

    /** The bias of such a moment could not be corrected: it would be divided by 0. */
    @Test
    void decaysOfOneAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AdamSettings(1, 0.999, 1e-5, 0.5))
                .withMessageStartingWith("beta1 and beta2 must be below 1, not 1.0 and 0.999");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AdamWSettings(new AdamSettings(0.9, 1, 1e-5, 0.5), 0.01));
    }
}
