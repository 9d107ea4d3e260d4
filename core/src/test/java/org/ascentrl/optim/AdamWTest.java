package org.ascentrl.optim;

import org.ascentrl.tck.OptimizerTck;

/** That AdamW keeps the rules of optimizers; its numbers are those of {@link OptimizerGoldenTest}. */
class AdamWTest extends OptimizerTck<AdamWSettings> {

    @Override
    protected OptimizerFactory<AdamWSettings> factory() {
        return new AdamWFactory();
    }

    @Override
    protected AdamWSettings settings() {
        return new AdamWSettings(0.9, 0.999, 1e-5, 0.01, 0.5);
    }
}
