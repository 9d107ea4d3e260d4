package org.ascentrl.algorithm;

import java.util.Arrays;
import org.ascentrl.experience.Advantages;
import org.ascentrl.experience.Rollout;
import org.ascentrl.policy.ActorCritic;
import org.ascentrl.tensor.Tensors;

/**
 * Log-probabilities, values, advantages and returns of a rollout, computed before the first gradient step.
 *
 * @param logProbs log π(a_t|s_t) of the policy that acted [T]
 * @param values V(s_t) [T]
 * @param advantages A_t [T]
 * @param returns R_t = A_t + V(s_t), the target of the value function [T]
 */
public record Estimates(double[] logProbs, double[] values, double[] advantages, double[] returns) {

    /**
     * Computes the estimates, with {@linkplain Advantages#gae generalized advantage estimation}.
     *
     * @param discount γ
     * @param lambda λ
     */
    public static Estimates of(Rollout tau, ActorCritic networks, Tensors tensors, double discount, double lambda) {
        return tensors.noGrad(() -> {
            ActorCritic.Output out = networks.apply(tau.observations(), tau.masks());
            double[] values = out.values().toDoubles();
            double[] finalValues = networks.values(tau.finalObservations()).toDoubles();
            double[] advantages = Advantages.gae(tau, values, finalValues, discount, lambda);
            double[] returns = new double[tau.rows()];
            Arrays.setAll(returns, t -> advantages[t] + values[t]);
            return new Estimates(out.policy().logProb(tau.actions()).toDoubles(), values, advantages, returns);
        });
    }

    /**
     * Returns the explained variance 1 − Var(R − V) / Var(R): 1 for perfect values, 0 for constant ones, and 0 if all
     * returns are equal.
     */
    public double explainedVariance() {
        double[] errors = new double[returns.length];
        Arrays.setAll(errors, t -> returns[t] - values[t]);
        double variance = variance(returns);
        return variance == 0 ? 0 : 1 - variance(errors) / variance;
    }

    private static double variance(double[] x) {
        double mean = Arrays.stream(x).average().orElse(0);
        return Arrays.stream(x).map(v -> (v - mean) * (v - mean)).average().orElse(0);
    }
}
