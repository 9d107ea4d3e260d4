package org.ascentrl.algorithm.dqn;

import org.ascentrl.algorithm.OffPolicySettings;

/** Settings made of others. */
final class Forms {

    private Forms() {}

    static DqnSettings withWarmUp(int warmUp, DqnSettings s) {
        OffPolicySettings o = s.offPolicy();
        return new DqnSettings(
                new OffPolicySettings(
                        o.discount(), warmUp, o.stepsPerSlot(), o.gradientSteps(), o.batchSize(), o.replay()),
                s.nStep(),
                s.doubleQ(),
                s.dueling(),
                s.exploration(),
                s.learningRate(),
                s.target());
    }
}
