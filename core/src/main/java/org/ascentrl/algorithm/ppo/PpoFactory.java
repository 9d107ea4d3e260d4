package org.ascentrl.algorithm.ppo;

import org.ascentrl.algorithm.Algorithm;
import org.ascentrl.algorithm.AlgorithmFactory;
import org.ascentrl.algorithm.AlgorithmSetup;

/** {@code algorithm = ppo}. */
public final class PpoFactory implements AlgorithmFactory<PpoSettings> {

    @Override
    public Class<PpoSettings> settings() {
        return PpoSettings.class;
    }

    @Override
    public Algorithm create(PpoSettings settings, AlgorithmSetup setup) {
        return new Ppo(settings, setup);
    }
}
