package com.example.corridor;

import org.ascentrl.algorithm.Algorithm;
import org.ascentrl.algorithm.AlgorithmSetup;
import org.ascentrl.tck.AlgorithmTck;

// region algorithm
class RlooTest extends AlgorithmTck {

    @Override
    protected Algorithm algorithm(AlgorithmSetup setup) {
        return new Rloo(new RlooSettings(4, 0.02), setup);
    }
}
// endregion
