package org.ascentrl.algorithm.reinforce;

import java.util.List;
import org.ascentrl.algorithm.Metrics;
import org.ascentrl.experience.Rollout;
import org.ascentrl.policy.Model;
import org.ascentrl.state.State;
import org.ascentrl.state.Stateful;

/**
 * The baseline b(s) that REINFORCE subtracts from returns: it lowers the variance of the gradient estimate without bias.
 *
 * @see <a href="http://incompleteideas.net/book/the-book-2nd.html">Sutton and Barto 2018, section 13.4</a>
 */
interface Baseline extends Stateful {

    /** Returns the models that it learns. */
    List<Model> models();

    /** Returns b(s_t) [T]. */
    double[] values(Rollout tau);

    /** Returns b(s) of the final observations, with which the returns of truncated episodes bootstrap [S]. */
    double[] finalValues(Rollout tau);

    /**
     * Takes one gradient step towards the returns G_t [T].
     *
     * @return the metrics of the step, if there is one
     */
    Metrics fit(Rollout tau, double[] returns, double learningRate);

    /** Returns the baseline b = 0, which learns nothing. */
    static Baseline zero() {
        return new Baseline() {
            @Override
            public List<Model> models() {
                return List.of();
            }

            @Override
            public double[] values(Rollout tau) {
                return new double[tau.rows()];
            }

            @Override
            public double[] finalValues(Rollout tau) {
                return new double[tau.segments().size()];
            }

            @Override
            public Metrics fit(Rollout tau, double[] returns, double learningRate) {
                return Metrics.none();
            }

            @Override
            public void state(State s) {}
        };
    }
}
