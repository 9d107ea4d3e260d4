package org.ascentrl.optim;

import org.ascentrl.tck.OptimizerTck;

/** That RMSProp keeps the rules of optimizers; its numbers are those of {@link OptimizerGoldenTest}. */
class RmsPropTest extends OptimizerTck<RmsPropSettings> {

    @Override
    protected OptimizerFactory<RmsPropSettings> factory() {
        return new RmsPropFactory();
    }

    @Override
    protected RmsPropSettings settings() {
        return new RmsPropSettings(0.99, 1e-5, 0.5);
    }
}
