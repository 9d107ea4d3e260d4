package org.ascentrl.algorithm.sac;

import org.ascentrl.algorithm.Algorithm;
import org.ascentrl.algorithm.AlgorithmFactory;
import org.ascentrl.algorithm.AlgorithmSetup;

/** {@code algorithm = sac}. */
public final class SacFactory implements AlgorithmFactory<SacSettings> {

    @Override
    public Class<SacSettings> settings() {
        return SacSettings.class;
    }

    @Override
    public Algorithm create(SacSettings settings, AlgorithmSetup setup) {
        return new Sac(settings, setup);
    }
}
