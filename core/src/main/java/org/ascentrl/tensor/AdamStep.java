package org.ascentrl.tensor;

/**
 * One step of Adam with decoupled weight decay.
 *
 * @param learningRate α
 * @param beta1 decay of the first moment
 * @param beta2 decay of the second moment
 * @param epsilon added to the root of the corrected second moment
 * @param weightDecay the decoupled decay λ; 0 is Adam as in the paper
 * @param step t, from 1
 * @see <a href="https://arxiv.org/abs/1412.6980">Kingma and Ba 2015, Algorithm 1</a>
 * @see <a href="https://arxiv.org/abs/1711.05101">Loshchilov and Hutter 2019, Algorithm 2</a>
 */
public record AdamStep(double learningRate, double beta1, double beta2, double epsilon, double weightDecay, long step) {

    /** 1 − β₁ᵗ: what corrects the bias of the first moment. */
    public double correction1() {
        return 1 - Math.pow(beta1, (double) step);
    }

    /** 1 − β₂ᵗ: what corrects the bias of the second moment. */
    public double correction2() {
        return 1 - Math.pow(beta2, (double) step);
    }
}
