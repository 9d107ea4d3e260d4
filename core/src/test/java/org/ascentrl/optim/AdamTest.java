package org.ascentrl.optim;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.ascentrl.tck.OptimizerTck;
import org.junit.jupiter.api.Test;

/** That Adam keeps the rules of optimizers; its numbers are those of {@link OptimizerGoldenTest}. */
class AdamTest extends OptimizerTck<AdamSettings> {

    @Override
    protected OptimizerFactory<AdamSettings> factory() {
        return new AdamFactory();
    }

    @Override
    protected AdamSettings settings() {
        return new AdamSettings(0.9, 0.999, 1e-5, 0.5);
    }

    /** The bias of such a moment could not be corrected: it would be divided by 0. */
    @Test
    void decaysOfOneAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AdamSettings(1, 0.999, 1e-5, 0.5))
                .withMessageStartingWith("beta1 and beta2 must be below 1, not 1.0 and 0.999");
        assertThatIllegalArgumentException().isThrownBy(() -> new AdamWSettings(0.9, 1, 1e-5, 0.01, 0.5));
    }
}
