package org.ascentrl.algorithm.td3;

import org.ascentrl.algorithm.Algorithm;
import org.ascentrl.algorithm.AlgorithmFactory;
import org.ascentrl.algorithm.AlgorithmSetup;

/** {@code algorithm = ddpg}. */
public final class DdpgFactory implements AlgorithmFactory<DdpgSettings> {

    @Override
    public Class<DdpgSettings> settings() {
        return DdpgSettings.class;
    }

    @Override
    public Algorithm create(DdpgSettings settings, AlgorithmSetup setup) {
        return new Td3(settings, setup);
    }
}
