package org.ascentrl.experience;

/**
 * Advantages of a rollout with respect to a value function, as pure functions. None looks beyond the end of a segment.
 */
public final class Advantages {

    private Advantages() {}

    /**
     * Generalized advantage estimation: A_t = δ_t + γ λ A_{t+1}, with δ_t = r_t + γ V(s_{t+1}) − V(s_t). After the last
     * row of a segment, A is 0, and V is the value of the final observation, or 0 if terminated.
     *
     * @param values V of the observations [R]
     * @param finalValues V of the final observations [S]
     * @param lambda λ; 0 gives the one-step advantage, 1 gives {@link #monteCarlo}
     * @return A [R]
     * @see <a href="https://arxiv.org/abs/1506.02438">Schulman et al. 2016, equation 16</a>
     */
    public static double[] gae(Rollout tau, double[] values, double[] finalValues, double discount, double lambda) {
        double[] advantageT = new double[tau.rows()];
        for (int s = 0; s < tau.segments().size(); s++) {
            Segment segment = tau.segments().get(s);
            double valueNext = segment.bootstraps() ? finalValues[s] : 0;
            double advantageNext = 0;
            for (int t = segment.to() - 1; t >= segment.from(); t--) {
                double delta = tau.rewards()[t] + discount * valueNext - values[t];
                advantageNext = delta + discount * lambda * advantageNext;
                advantageT[t] = advantageNext;
                valueNext = values[t];
            }
        }
        return advantageT;
    }

    /**
     * A_t = G_t − V(s_t), with the {@linkplain Returns#discounted(Rollout, double[], double) bootstrapped return}.
     *
     * @param values V of the observations [R]
     * @param finalValues V of the final observations [S]
     * @return A [R]
     */
    public static double[] monteCarlo(Rollout tau, double[] values, double[] finalValues, double discount) {
        double[] advantageT = Returns.discounted(tau, finalValues, discount);
        for (int t = 0; t < advantageT.length; t++) {
            advantageT[t] -= values[t];
        }
        return advantageT;
    }

    /**
     * A_t = r_t + γ r_{t+1} + .. + γ^{n−1} r_{t+n−1} + γⁿ V(s_{t+n}) − V(s_t), shorter where the segment ends sooner.
     *
     * @param values V of the observations [R]
     * @param finalValues V of the final observations [S]
     * @param n at least 1
     * @return A [R]
     * @see <a href="https://arxiv.org/abs/1602.01783">Mnih et al. 2016, section 4</a>
     */
    public static double[] nStep(Rollout tau, double[] values, double[] finalValues, double discount, int n) {
        double[] advantageT = new double[tau.rows()];
        for (int s = 0; s < tau.segments().size(); s++) {
            Segment segment = tau.segments().get(s);
            double finalValue = segment.bootstraps() ? finalValues[s] : 0;
            for (int t = segment.from(); t < segment.to(); t++) {
                int end = n < segment.to() - t ? t + n : segment.to();
                double target = end == segment.to() ? finalValue : values[end];
                for (int k = end - 1; k >= t; k--) {
                    target = tau.rewards()[k] + discount * target;
                }
                advantageT[t] = target - values[t];
            }
        }
        return advantageT;
    }
}
