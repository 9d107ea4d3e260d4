package org.ascentrl.replay;

import org.ascentrl.experience.Schedule;
import org.ascentrl.settings.Setting;

/**
 * Prioritized replay: step i is drawn with probability p_i / Σ p, with p = (|δ| + ε)^α of its last error δ.
 *
 * @see <a href="https://arxiv.org/abs/1511.05952">Schaul et al. 2016, equation 1 and section 3.4</a>
 */
public record Prioritization(
        @Setting(
                value = "α: how much the error of a step counts when steps are drawn; 0 draws all alike",
                min = 0,
                max = 1)
        double alpha,

        @Setting(
                "β: how much of the bias that this brings the weights of the loss take back, linear in the steps taken")
        Schedule beta,

        @Setting(value = "what is added to every error, so that each step may be drawn", min = 0, exclusiveMin = true)
        double epsilon) {

    boolean enabled() {
        return alpha > 0;
    }

    double priority(double error) {
        return Math.pow(Math.abs(error) + epsilon, alpha);
    }
}
