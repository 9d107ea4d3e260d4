package org.ascentrl.algorithm.dqn;

import org.ascentrl.algorithm.Algorithm;
import org.ascentrl.algorithm.AlgorithmFactory;
import org.ascentrl.algorithm.AlgorithmSetup;

/** {@code algorithm = qr-dqn}. */
public final class QrDqnFactory implements AlgorithmFactory<QrDqnSettings> {

    @Override
    public Class<QrDqnSettings> settings() {
        return QrDqnSettings.class;
    }

    @Override
    public Algorithm create(QrDqnSettings settings, AlgorithmSetup setup) {
        return new QrDqn(settings, setup);
    }
}
