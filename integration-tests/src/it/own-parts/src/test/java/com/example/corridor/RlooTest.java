package com.example.corridor;

import org.ascentrl.algorithm.AlgorithmFactory;
import org.ascentrl.tck.AlgorithmTck;

// region algorithm
class RlooTest extends AlgorithmTck<RlooSettings> {

    @Override
    protected AlgorithmFactory<RlooSettings> factory() {
        return new RlooFactory();
    }

    @Override
    protected RlooSettings settings() {
        return new RlooSettings(4, 0.02);
    }
}
// endregion
