package org.ascentrl.experience;

/** Returns of a rollout, as pure functions. */
public final class Returns {

    private Returns() {}

    /**
     * Reward-to-go within each segment: G_t = r_t + γ G_{t+1}, with G = 0 after its end. Truncated episodes are treated
     * as terminated; with a critic, use {@link #discounted(Rollout, double[], double)}.
     *
     * @return G [R]
     */
    public static double[] discounted(Rollout tau, double discount) {
        return discounted(tau, new double[tau.segments().size()], discount);
    }

    /**
     * Reward-to-go within each segment, bootstrapped at its end: G_t = r_t + γ G_{t+1}, where after the last row G =
     * V(final observation), or 0 if terminated.
     *
     * @param finalValues V of the final observations [S]
     * @return G [R]
     */
    public static double[] discounted(Rollout tau, double[] finalValues, double discount) {
        double[] returnT = new double[tau.rows()];
        for (int s = 0; s < tau.segments().size(); s++) {
            Segment segment = tau.segments().get(s);
            double next = segment.bootstraps() ? finalValues[s] : 0;
            for (int t = segment.to() - 1; t >= segment.from(); t--) {
                next = tau.rewards()[t] + discount * next;
                returnT[t] = next;
            }
        }
        return returnT;
    }
}
