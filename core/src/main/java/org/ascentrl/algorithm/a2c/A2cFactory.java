package org.ascentrl.algorithm.a2c;

import org.ascentrl.algorithm.Algorithm;
import org.ascentrl.algorithm.AlgorithmFactory;
import org.ascentrl.algorithm.AlgorithmSetup;

/** {@code algorithm = a2c}. */
public final class A2cFactory implements AlgorithmFactory<A2cSettings> {

    @Override
    public Class<A2cSettings> settings() {
        return A2cSettings.class;
    }

    @Override
    public Algorithm create(A2cSettings settings, AlgorithmSetup setup) {
        return new A2c(settings, setup);
    }
}
