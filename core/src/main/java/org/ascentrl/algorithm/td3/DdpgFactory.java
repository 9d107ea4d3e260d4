package org.ascentrl.algorithm.td3;

import org.ascentrl.algorithm.Algorithm;
import org.ascentrl.algorithm.AlgorithmFactory;
import org.ascentrl.algorithm.AlgorithmSetup;

/** {@code algorithm = ddpg}: TD3 with one critic, whose policy learns in each step, and whose target is not smoothed. */
public final class DdpgFactory implements AlgorithmFactory<DdpgSettings> {

    @Override
    public Class<DdpgSettings> settings() {
        return DdpgSettings.class;
    }

    @Override
    public Algorithm create(DdpgSettings settings, AlgorithmSetup setup) {
        return new Td3(settings.asTd3(), 1, setup);
    }
}
