package org.ascentrl.algorithm.reinforce;

import org.ascentrl.algorithm.AlgorithmSetup;
import org.ascentrl.experience.Returns;
import org.ascentrl.experience.Rollout;
import org.ascentrl.optim.Optimizer;
import org.ascentrl.policy.ValueFunction;
import org.ascentrl.state.State;
import org.ascentrl.state.Stateful;
import org.ascentrl.tensor.Tensor;
import org.ascentrl.tensor.Tensors;

/**
 * A learned V(s) to subtract from returns: it lowers the variance of the gradient's estimate and leaves its mean.
 *
 * @see <a href="http://incompleteideas.net/book/the-book-2nd.html">Sutton and Barto 2018, section 13.4</a>
 */
final class ValueBaseline implements Stateful {

    private final ValueFunction value;
    private final Optimizer optimizer;
    private final Tensors tensors;

    ValueBaseline(ValueFunction value, AlgorithmSetup setup) {
        this.value = value;
        optimizer = setup.optimizer().apply(value.parameters());
        tensors = setup.tensors();
    }

    /** G_t, which goes on with V(final observation) where an episode was truncated. [T] */
    double[] returns(Rollout tau, double discount) {
        return Returns.discounted(tau, estimate(tau.finalObservations(tensors)), discount);
    }

    /** V(s_t)  [T] */
    double[] values(Rollout tau) {
        return estimate(tau.observations(tensors));
    }

    /** One step towards the returns [T]; gives the loss before it, E[ (V(s_t) − G_t)² ]. */
    double fit(Rollout tau, double[] returnT, double learningRate) {
        Tensor error = value.values(tau.observations(tensors)).sub(tensors.of(returnT, tau.rows())); // [T]
        Tensor loss = error.square().mean();
        optimizer.minimize(loss, learningRate);
        value.observe(tau);
        return loss.item();
    }

    private double[] estimate(Tensor observations) {
        return tensors.noGrad(() -> value.values(observations)).toDoubles();
    }

    @Override
    public void state(State s) {
        s.part("value", value);
        s.part("optimizer", optimizer);
    }
}
