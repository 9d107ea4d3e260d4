package org.ascentrl.algorithm.td3;

import org.ascentrl.algorithm.Algorithm;
import org.ascentrl.algorithm.AlgorithmFactory;
import org.ascentrl.algorithm.AlgorithmSetup;

/** {@code algorithm = td3}. */
public final class Td3Factory implements AlgorithmFactory<Td3Settings> {

    @Override
    public Class<Td3Settings> settings() {
        return Td3Settings.class;
    }

    @Override
    public Algorithm create(Td3Settings settings, AlgorithmSetup setup) {
        return new Td3(settings, setup);
    }
}
