package org.ascentrl.optim;

import org.ascentrl.tck.OptimizerTck;

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
}
