package org.ascentrl.algorithm;

import java.util.Arrays;
import org.ascentrl.experience.Advantages;
import org.ascentrl.experience.Rollout;
import org.ascentrl.policy.ActorCritic;
import org.ascentrl.tensor.Tensors;

/**
 * What an actor-critic knows of a rollout before it learns from it.
 *
 * @param logPiT log π(a_t|s_t) of the policy that acted [T]
 * @param valueT V(s_t) [T]
 * @param advantageT A_t [T]
 * @param returnT what V(s_t) should have been: A_t + V(s_t) [T]
 */
public record Estimates(double[] logPiT, double[] valueT, double[] advantageT, double[] returnT) {

    /** With the advantages of {@linkplain Advantages#gae generalized advantage estimation}. */
    public static Estimates of(Rollout tau, ActorCritic networks, Tensors tensors, double discount, double lambda) {
        return tensors.noGrad(() -> {
            ActorCritic.Output out = networks.apply(tau.observations(tensors), tau.masks());
            double[] valueT = out.values().toDoubles();
            double[] finalValues =
                    networks.values(tau.finalObservations(tensors)).toDoubles();
            double[] advantageT = Advantages.gae(tau, valueT, finalValues, discount, lambda);
            double[] returnT = new double[tau.rows()];
            Arrays.setAll(returnT, t -> advantageT[t] + valueT[t]);
            return new Estimates(out.policy().logProb(tau.actions()).toDoubles(), valueT, advantageT, returnT);
        });
    }

    /**
     * How much of the returns the values explain: 1 − Var(R − V) / Var(R). 1 is all, 0 no more than a constant would; 0 too
     * if all returns are equal.
     */
    public double explainedVariance() {
        double[] errorT = new double[returnT.length];
        Arrays.setAll(errorT, t -> returnT[t] - valueT[t]);
        double variance = variance(returnT);
        return variance == 0 ? 0 : 1 - variance(errorT) / variance;
    }

    private static double variance(double[] x) {
        double mean = Arrays.stream(x).average().orElse(0);
        return Arrays.stream(x).map(v -> (v - mean) * (v - mean)).average().orElse(0);
    }
}
