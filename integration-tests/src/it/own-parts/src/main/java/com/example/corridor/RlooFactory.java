package com.example.corridor;

import org.ascentrl.algorithm.Algorithm;
import org.ascentrl.algorithm.AlgorithmFactory;
import org.ascentrl.algorithm.AlgorithmSetup;

/** Makes {@code rloo}. */
public final class RlooFactory implements AlgorithmFactory<RlooSettings> {

    @Override
    public Class<RlooSettings> settings() {
        return RlooSettings.class;
    }

    @Override
    public Algorithm create(RlooSettings settings, AlgorithmSetup setup) {
        return new Rloo(settings, setup);
    }
}
