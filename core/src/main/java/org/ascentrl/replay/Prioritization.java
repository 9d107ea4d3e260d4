package org.ascentrl.replay;

import org.ascentrl.experience.Schedule;
import org.ascentrl.settings.Setting;
import org.ascentrl.settings.WithMethods;

/**
 * Prioritized replay: step i is sampled with probability p_i / Σ p, where p = (|δ| + ε)^α of its last TD error δ.
 *
 * @see <a href="https://arxiv.org/abs/1511.05952">Schaul et al. 2016, equation 1 and section 3.4</a>
 */
@WithMethods
public record Prioritization(
        @Setting(value = "α, the prioritization exponent; 0 samples uniformly", min = 0, max = 1)
        double alpha,

        @Setting("β, the importance-sampling exponent, annealed linearly over training")
        Schedule beta,

        @Setting(
                value = "ε, a constant added to the absolute TD error, so that every step can be sampled",
                min = 0,
                exclusiveMin = true)
        double epsilon)
        implements PrioritizationBuilder.With {

    boolean enabled() {
        return alpha > 0;
    }

    double priority(double error) {
        return Math.pow(Math.abs(error) + epsilon, alpha);
    }
}
