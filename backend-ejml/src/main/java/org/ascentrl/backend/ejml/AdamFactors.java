package org.ascentrl.backend.ejml;

import org.ascentrl.tensor.AdamStep;

/**
 * The factors of a step of Adam, in float32.
 *
 * @param decay1 1 − β₁
 * @param decay2 1 − β₂
 * @param weightDecay αλ
 * @param rate α / (1 − β₁ᵗ)
 * @param correction 1 / (1 − β₂ᵗ)
 * @param epsilon ε
 */
record AdamFactors(float decay1, float decay2, float weightDecay, float rate, float correction, float epsilon) {

    static AdamFactors of(AdamStep step) {
        return new AdamFactors(
                (float) (1 - step.beta1()),
                (float) (1 - step.beta2()),
                (float) (step.learningRate() * step.weightDecay()),
                (float) (step.learningRate() / step.correction1()),
                (float) (1 / step.correction2()),
                (float) step.epsilon());
    }
}
