package org.ascentrl.algorithm.sac;

import java.util.random.RandomGenerator;
import org.ascentrl.actor.Actor;
import org.ascentrl.actor.PolicyActor;
import org.ascentrl.actor.WarmUpActor;
import org.ascentrl.algorithm.Algorithm;
import org.ascentrl.algorithm.AlgorithmSetup;
import org.ascentrl.algorithm.Critics;
import org.ascentrl.algorithm.Metrics;
import org.ascentrl.algorithm.ReplayUpdates;
import org.ascentrl.distribution.ActionRange;
import org.ascentrl.distribution.Reparameterized;
import org.ascentrl.experience.Horizon;
import org.ascentrl.experience.Progress;
import org.ascentrl.experience.Rollout;
import org.ascentrl.optim.Optimizer;
import org.ascentrl.policy.ReparameterizedPolicy;
import org.ascentrl.random.NumpyGenerator;
import org.ascentrl.replay.ReplayBuffer;
import org.ascentrl.replay.Transitions;
import org.ascentrl.state.State;
import org.ascentrl.tensor.Tensor;
import org.ascentrl.tensor.Tensors;

/**
 * SAC: learns real actions from replay, and is rewarded for staying as random as it can afford.
 *
 * <p>J = E[ Σ γ^t (r_t + α H(π(·|s_t))) ].
 *
 * <table>
 * <caption>Symbols</caption>
 * <tr><th>symbol</th><th>shape</th><th>meaning</th></tr>
 * <tr><td>s, a, r, s'</td><td>[B, ..]</td><td>steps drawn from replay; a from −1 to 1</td></tr>
 * <tr><td>γ</td><td>[B]</td><td>the discount; 0 where the episode terminated</td></tr>
 * <tr><td>ã, log π</td><td>[B, d], [B]</td><td>an action that the policy draws now, a function of noise, and its density</td></tr>
 * <tr><td>Q_i, Q'_i</td><td>[B]</td><td>two critics and their targets</td></tr>
 * <tr><td>α</td><td></td><td>the temperature: what a nat of entropy is worth</td></tr>
 * </table>
 *
 * @see <a href="https://arxiv.org/abs/1812.05905">Haarnoja et al. 2018b, equations 5, 9 and 18, algorithm 1</a>
 */
public final class Sac implements Algorithm {

    private static final int CRITICS = 2;

    private final SacSettings settings;
    private final Tensors tensors;
    private final ActionRange range;
    private final ReparameterizedPolicy policy;
    private final Critics critics;
    private final Temperature temperature;
    private final Optimizer policyOptimizer;
    private final Optimizer criticOptimizer;
    private final Actor actor;
    private final ReplayBuffer replay;
    private final ReplayUpdates updates;
    private final NumpyGenerator noise;

    /** @throws IllegalArgumentException if the actions are not real numbers with finite bounds */
    public Sac(SacSettings settings, AlgorithmSetup setup) {
        this.settings = settings;
        tensors = setup.tensors();
        range = ActionRange.of(setup.environment().actionSpace());
        RandomGenerator init = setup.random().stream("init");
        policy = setup.networks().boundedPolicy(init);
        critics = new Critics(CRITICS, setup.environment(), setup.networks(), init, tensors);
        temperature = new Temperature(settings.temperature(), range.size(), setup.optimizer(), init, tensors);
        policyOptimizer = setup.optimizer().apply(policy.parameters());
        criticOptimizer = setup.optimizer().apply(critics.parameters());
        actor = new WarmUpActor(
                new PolicyActor(policy, tensors), setup.environment().actionSpace(), settings.warmUp());
        replay = new ReplayBuffer(
                settings.replay(), setup.environment(), 1, settings.discount(), setup.random().stream("replay"));
        updates = new ReplayUpdates(replay, settings.warmUp(), settings.gradientSteps(), settings.batchSize(), tensors);
        noise = setup.random().stream("reparameterization");
    }

    @Override
    public Actor actor() {
        return actor;
    }

    @Override
    public Horizon horizon(Progress p) {
        return Horizon.steps(settings.stepsPerSlot());
    }

    // region update
    @Override
    public Metrics update(Rollout fresh, Progress p) {
        policy.observe(fresh);
        return updates.update(fresh, p, batch -> gradientStep(batch, p));
    }

    private Metrics gradientStep(Transitions batch, Progress p) {
        Tensor s = batch.observations(tensors); // s  [B, D]
        float alpha = (float) temperature.alpha();

        Tensor a = range.scaled(batch.actions(), tensors); // a  [B, d]
        Critics.Fit fit = critics.fit(s, a, target(batch, alpha), batch.weights(tensors));
        double criticNorm = criticOptimizer.minimize(
                fit.loss(), settings.criticLearningRate().at(p));
        replay.prioritize(batch, fit.errors().toFloats());

        Reparameterized.Sample now = policy.distribution(s, null).sample(noise); // ã, log π(ã|s)
        Tensor q = critics.least(s, now.actions()); // min_i Q_i(s, ã)  [B]
        Tensor policyLoss = now.logProb().mul(alpha).sub(q).mean(); // E[ α log π(ã|s) − min_i Q_i(s, ã) ]
        double policyNorm = policyOptimizer.minimize(
                policyLoss, settings.policyLearningRate().at(p));

        temperature.update(now.logProb(), p);
        critics.follow(settings.tau());
        return Metrics.of("critic_loss", fit.loss().item(), "policy_loss", policyLoss.item())
                .with("q", q.mean().item())
                .with("entropy", -now.logProb().mean().item())
                .with("alpha", alpha)
                .with("critic_gradient_norm", criticNorm)
                .with("policy_gradient_norm", policyNorm);
    }

    /** y = r + γ (min_i Q'_i(s', ã') − α log π(ã'|s')), a constant [B]. */
    private Tensor target(Transitions batch, float alpha) {
        return tensors.noGrad(() -> {
            Tensor next = batch.nextObservations(tensors); // s'  [B, D]
            Reparameterized.Sample then = policy.distribution(next, null).sample(noise); // ã', log π(ã'|s')
            Tensor q = critics.leastOfTargets(next, then.actions());
            Tensor soft = q.sub(then.logProb().mul(alpha));
            return soft.mul(batch.discounts(tensors)).add(batch.returns(tensors));
        });
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
