package org.ascentrl.algorithm.reinforce;

import org.ascentrl.algorithm.Algorithm;
import org.ascentrl.algorithm.AlgorithmFactory;
import org.ascentrl.algorithm.AlgorithmSetup;

/** {@code algorithm = reinforce}. */
public final class ReinforceFactory implements AlgorithmFactory<ReinforceSettings> {

    @Override
    public Class<ReinforceSettings> settings() {
        return ReinforceSettings.class;
    }

    @Override
    public Algorithm create(ReinforceSettings settings, AlgorithmSetup setup) {
        return new Reinforce(settings, setup);
    }
}
