package org.ascentrl.algorithm.sac;

import java.util.List;
import java.util.random.RandomGenerator;
import org.ascentrl.actor.Actor;
import org.ascentrl.actor.PolicyActor;
import org.ascentrl.algorithm.Algorithm;
import org.ascentrl.algorithm.AlgorithmSetup;
import org.ascentrl.algorithm.Critics;
import org.ascentrl.algorithm.ExperienceReplay;
import org.ascentrl.algorithm.Metrics;
import org.ascentrl.distribution.ActionRange;
import org.ascentrl.distribution.Reparameterized;
import org.ascentrl.env.space.Masks;
import org.ascentrl.env.space.Observations;
import org.ascentrl.experience.Horizon;
import org.ascentrl.experience.Progress;
import org.ascentrl.experience.Rollout;
import org.ascentrl.optim.Optimizer;
import org.ascentrl.policy.Model;
import org.ascentrl.policy.SquashedGaussianPolicy;
import org.ascentrl.random.NumpyGenerator;
import org.ascentrl.replay.Transitions;
import org.ascentrl.state.State;
import org.ascentrl.tensor.Tensor;
import org.ascentrl.tensor.Tensors;

/**
 * SAC, soft actor-critic: learns a stochastic policy for continuous actions from replay, and maximizes the policy's
 * entropy along with the return.
 *
 * <p>J = E[ Σ γ^t (r_t + α H(π(·|s_t))) ].
 *
 * <table>
 * <caption>Symbols</caption>
 * <tr><th>symbol</th><th>shape</th><th>meaning</th></tr>
 * <tr><td>s, a, r, s'</td><td>[B, ..]</td><td>transitions sampled from replay; a in [−1, 1]</td></tr>
 * <tr><td>γ</td><td>[B]</td><td>the discount; 0 where the episode terminated</td></tr>
 * <tr><td>ã, log π</td><td>[B, d], [B]</td><td>a reparameterized sample from the current policy, and its log-density</td></tr>
 * <tr><td>Q_i, Q'_i</td><td>[B]</td><td>the two critics and their target networks</td></tr>
 * <tr><td>α</td><td></td><td>the temperature, the weight of the entropy</td></tr>
 * </table>
 *
 * @see <a href="https://arxiv.org/abs/1812.05905">Haarnoja et al. 2018b, equations 5, 9 and 18, algorithm 1</a>
 */
public final class Sac implements Algorithm {

    private static final int CRITICS = 2;

    private final SacSettings settings;
    private final Tensors tensors;
    private final ActionRange range;
    private final SquashedGaussianPolicy policy;
    private final Critics critics;
    private final Temperature temperature;
    private final Optimizer policyOptimizer;
    private final Optimizer criticOptimizer;
    private final ExperienceReplay replay;
    private final Actor actor;
    private final NumpyGenerator noise;

    /** @throws IllegalArgumentException if the actions are not continuous with finite bounds */
    public Sac(SacSettings settings, AlgorithmSetup setup) {
        this.settings = settings;
        tensors = setup.tensors();
        range = ActionRange.of(setup.environment().actionSpace());
        RandomGenerator init = setup.random().stream("init");
        policy = setup.networks().squashedGaussianPolicy(init);
        critics = new Critics(CRITICS, setup.networks(), init, tensors);
        temperature = new Temperature(settings.temperature(), range.size(), setup.optimizer(), init, tensors);
        policyOptimizer = setup.optimizer().apply(policy.parameters());
        criticOptimizer = setup.optimizer().apply(critics.parameters());
        replay = new ExperienceReplay(settings.offPolicy(), 1, setup);
        actor = replay.warmUp(new PolicyActor(policy, tensors));
        noise = setup.random().stream("reparameterization");
    }

    @Override
    public Actor actor() {
        return actor;
    }

    @Override
    public List<Model> models() {
        return List.of(policy);
    }

    @Override
    public Horizon horizon(Progress p) {
        return replay.horizon();
    }

    // region update
    @Override
    public Metrics update(Rollout fresh, Progress p) {
        return replay.update(fresh, p, batch -> gradientStep(batch, p));
    }

    private Metrics gradientStep(Transitions batch, Progress p) {
        Observations s = batch.observations(); // s  [B]
        Tensor a = range.scaled(batch.actions(), tensors); // a  [B, d]
        float alpha = (float) temperature.alpha();

        Tensor y = tensors.noGrad(() -> target(batch, alpha)); // y  [B]
        Critics.Loss critic = critics.loss(s, a, y, batch.weights(tensors)); // Σ_i E[ w (y − Q_i(s, a))² ]
        double criticNorm = criticOptimizer.minimize(
                critic.total(), settings.criticLearningRate().at(p));
        replay.prioritize(batch, critic.errors().toFloats());

        Reparameterized.Sample now = policy.distribution(s, Masks.ALL).sample(noise); // ã, log π(ã|s)
        Tensor q = critics.min(s, now.actions()); // min_i Q_i(s, ã)  [B]
        Tensor policyLoss = now.logProb().mul(alpha).sub(q).mean(); // E[ α log π(ã|s) − min_i Q_i(s, ã) ]
        double policyNorm = policyOptimizer.minimize(
                policyLoss, settings.policyLearningRate().at(p));

        temperature.update(now.logProb(), p);
        critics.polyakUpdate(settings.tau());
        return Metrics.of("critic_loss", critic.total().item(), "policy_loss", policyLoss.item())
                .with("q", q.mean().item())
                .with("entropy", -now.logProb().mean().item())
                .with("alpha", alpha)
                .with("critic_gradient_norm", criticNorm)
                .with("policy_gradient_norm", policyNorm);
    }

    /** y = r + γ (min_i Q'_i(s', ã') − α log π(ã'|s'))  [B] */
    private Tensor target(Transitions batch, float alpha) {
        Observations next = batch.nextObservations(); // s'  [B]
        Reparameterized.Sample then = policy.distribution(next, Masks.ALL).sample(noise); // ã', log π(ã'|s')
        Tensor q = critics.targetMin(next, then.actions()); // min_i Q'_i(s', ã')  [B]
        Tensor soft = q.sub(then.logProb().mul(alpha));
        return soft.mul(batch.discounts(tensors)).add(batch.returns(tensors));
    }
    // endregion

    @Override
    public void state(State s) {
        s.part("policy", policy);
        s.part("critics", critics);
        s.part("temperature", temperature);
        s.part("policy-optimizer", policyOptimizer);
        s.part("critic-optimizer", criticOptimizer);
        s.part("replay", replay);
        s.part("noise", noise);
    }
}
