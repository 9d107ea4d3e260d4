package org.ascentrl.optim;

import org.ascentrl.tck.OptimizerTck;
import org.junit.jupiter.api.Nested;

/** That SGD keeps the rules of optimizers; its numbers are those of {@link OptimizerGoldenTest}. */
class SgdTest {

    @Nested
    class Plain extends OptimizerTck<SgdSettings> {

        @Override
        protected OptimizerFactory<SgdSettings> factory() {
            return new SgdFactory();
        }

        @Override
        protected SgdSettings settings() {
            return new SgdSettings(0, 0);
        }
    }

    @Nested
    class WithMomentum extends OptimizerTck<SgdSettings> {

        @Override
        protected OptimizerFactory<SgdSettings> factory() {
            return new SgdFactory();
        }

        @Override
        protected SgdSettings settings() {
            return new SgdSettings(0.9, 0.5);
        }
    }
}
