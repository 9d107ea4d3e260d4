package org.ascentrl.algorithm.dqn;

/** Settings made of others. */
final class Forms {

    private Forms() {}

    static QrDqnSettings withQuantiles(int quantiles, DqnSettings s) {
        return new QrDqnSettings(
                quantiles,
                s.discount(),
                s.nStep(),
                s.doubleQ(),
                s.dueling(),
                s.exploration(),
                s.warmUp(),
                s.stepsPerSlot(),
                s.gradientSteps(),
                s.batchSize(),
                s.learningRate(),
                s.target(),
                s.replay());
    }

    static DqnSettings withWarmUp(int warmUp, DqnSettings s) {
        return new DqnSettings(
                s.discount(),
                s.nStep(),
                s.doubleQ(),
                s.dueling(),
                s.exploration(),
                warmUp,
                s.stepsPerSlot(),
                s.gradientSteps(),
                s.batchSize(),
                s.learningRate(),
                s.target(),
                s.replay());
    }
}
