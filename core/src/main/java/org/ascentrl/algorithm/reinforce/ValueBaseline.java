package org.ascentrl.algorithm.reinforce;

import java.util.List;
import org.ascentrl.algorithm.AlgorithmSetup;
import org.ascentrl.algorithm.Metrics;
import org.ascentrl.env.space.Observations;
import org.ascentrl.experience.Rollout;
import org.ascentrl.optim.Optimizer;
import org.ascentrl.policy.Model;
import org.ascentrl.policy.ValueFunction;
import org.ascentrl.state.State;
import org.ascentrl.tensor.Tensor;
import org.ascentrl.tensor.Tensors;

/** A learned value function as the baseline, b(s) = V(s). */
final class ValueBaseline implements Baseline {

    private final ValueFunction value;
    private final Optimizer optimizer;
    private final Tensors tensors;

    ValueBaseline(ValueFunction value, AlgorithmSetup setup) {
        this.value = value;
        optimizer = setup.optimizer().apply(value.parameters());
        tensors = setup.tensors();
    }

    @Override
    public List<Model> models() {
        return List.of(value);
    }

    @Override
    public double[] values(Rollout tau) {
        return estimate(tau.observations());
    }

    @Override
    public double[] finalValues(Rollout tau) {
        return estimate(tau.finalObservations());
    }

    private double[] estimate(Observations observations) {
        return tensors.noGrad(() -> value.values(observations)).toDoubles();
    }

    @Override
    public Metrics fit(Rollout tau, double[] returns, double learningRate) {
        Tensor g = tensors.of(returns, tau.rows()); // G_t  [T]
        Tensor loss = value.values(tau.observations()).sub(g).square().mean(); // E[ (V(s_t) − G_t)² ]
        optimizer.minimize(loss, learningRate);
        return Metrics.of("value_loss", loss.item());
    }

    @Override
    public void state(State s) {
        s.part("value", value);
        s.part("optimizer", optimizer);
    }
}
