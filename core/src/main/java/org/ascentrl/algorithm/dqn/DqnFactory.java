package org.ascentrl.algorithm.dqn;

import org.ascentrl.algorithm.Algorithm;
import org.ascentrl.algorithm.AlgorithmFactory;
import org.ascentrl.algorithm.AlgorithmSetup;

/** {@code algorithm = dqn}. */
public final class DqnFactory implements AlgorithmFactory<DqnSettings> {

    @Override
    public Class<DqnSettings> settings() {
        return DqnSettings.class;
    }

    @Override
    public Algorithm create(DqnSettings settings, AlgorithmSetup setup) {
        return new Dqn(settings, setup);
    }
}
