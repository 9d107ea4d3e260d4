package org.ascentrl.algorithm.a2c;

import java.util.List;
import org.ascentrl.actor.Actor;
import org.ascentrl.actor.PolicyActor;
import org.ascentrl.algorithm.Algorithm;
import org.ascentrl.algorithm.AlgorithmSetup;
import org.ascentrl.algorithm.Estimates;
import org.ascentrl.algorithm.Metrics;
import org.ascentrl.algorithm.RewardScaling;
import org.ascentrl.experience.Horizon;
import org.ascentrl.experience.Progress;
import org.ascentrl.experience.Rollout;
import org.ascentrl.experience.Standardize;
import org.ascentrl.optim.Optimizer;
import org.ascentrl.policy.ActorCritic;
import org.ascentrl.policy.Model;
import org.ascentrl.state.State;
import org.ascentrl.tensor.Tensor;
import org.ascentrl.tensor.Tensors;

/**
 * A2C, advantage actor-critic: raises the probability of actions in proportion to their advantage over the critic's
 * estimate, every few steps of all slots.
 *
 * <p>∇J = E[ ∇ log π(a_t|s_t) A_t ], and V is regressed on R_t.
 *
 * <table>
 * <caption>Symbols</caption>
 * <tr><th>symbol</th><th>shape</th><th>meaning</th></tr>
 * <tr><td>τ</td><td></td><td>a rollout of n steps of each slot, T in all</td></tr>
 * <tr><td>A_t</td><td>[T]</td><td>the advantage, by GAE(λ); with λ = 1 the n-step return minus V(s_t)</td></tr>
 * <tr><td>R_t</td><td>[T]</td><td>the return A_t + V(s_t), the target of V</td></tr>
 * <tr><td>H</td><td>[T]</td><td>the policy's entropy</td></tr>
 * </table>
 *
 * @see <a href="https://arxiv.org/abs/1602.01783">Mnih et al. 2016, algorithm S3</a>
 * @see <a href="https://arxiv.org/abs/1506.02438">Schulman et al. 2016, equation 16</a>
 */
public final class A2c implements Algorithm {

    private final A2cSettings settings;
    private final Tensors tensors;
    private final ActorCritic networks;
    private final Optimizer optimizer;
    private final Actor actor;
    private final RewardScaling scaling;

    public A2c(A2cSettings settings, AlgorithmSetup setup) {
        this.settings = settings;
        tensors = setup.tensors();
        networks = settings.trunk().create(setup.networks(), setup.random().stream("init"));
        optimizer = setup.optimizer().apply(networks.parameters());
        actor = new PolicyActor(networks.policy(), tensors);
        scaling = new RewardScaling(settings.discount());
    }

    @Override
    public Actor actor() {
        return actor;
    }

    @Override
    public List<Model> models() {
        return List.of(networks);
    }

    @Override
    public Horizon horizon(Progress p) {
        return Horizon.steps(settings.stepsPerSlot());
    }

    // region update
    @Override
    public Metrics update(Rollout fresh, Progress p) {
        Rollout tau = settings.scaleRewards() ? scaling.scaled(fresh) : fresh;
        Estimates estimates = Estimates.of(tau, networks, tensors, settings.discount(), settings.gaeLambda());
        double[] advantages = estimates.advantages().clone();
        if (settings.normalizeAdvantages()) {
            Standardize.all(advantages);
        }
        Tensor a = tensors.of(advantages, tau.rows()); // A_t  [T]
        Tensor r = tensors.of(estimates.returns(), tau.rows()); // R_t  [T]

        ActorCritic.Output out = networks.apply(tau.observations(), tau.masks());
        Tensor logProbs = out.policy().logProb(tau.actions()); // log π(a_t|s_t)  [T]
        Tensor policyLoss = logProbs.mul(a).mean().neg(); // −E[ log π(a_t|s_t) A_t ]
        Tensor valueLoss = out.values().sub(r).square().mean(); // E[ (V(s_t) − R_t)² ]
        Tensor entropy = out.policy().entropy().mean(); // E[ H(π(·|s_t)) ]
        Tensor loss = policyLoss
                .add(valueLoss.mul(settings.valueCoefficient()))
                .sub(entropy.mul(settings.entropyCoefficient().at(p)));

        double learningRate = settings.learningRate().at(p);
        double norm = optimizer.minimize(loss, learningRate);
        return Metrics.of("policy_loss", policyLoss.item(), "value_loss", valueLoss.item())
                .with("entropy", entropy.item())
                .with("explained_variance", estimates.explainedVariance())
                .with("gradient_norm", norm)
                .with("learning_rate", learningRate);
    }
    // endregion

    @Override
    public void state(State s) {
        s.part("networks", networks);
        s.part("optimizer", optimizer);
        s.part("reward-scaling", scaling);
    }
}
