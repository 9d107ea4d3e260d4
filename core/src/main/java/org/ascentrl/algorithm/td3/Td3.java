package org.ascentrl.algorithm.td3;

import java.util.random.RandomGenerator;
import org.ascentrl.actor.Actor;
import org.ascentrl.actor.DeterministicActor;
import org.ascentrl.actor.WarmUpActor;
import org.ascentrl.algorithm.Algorithm;
import org.ascentrl.algorithm.AlgorithmSetup;
import org.ascentrl.algorithm.Critics;
import org.ascentrl.algorithm.Metrics;
import org.ascentrl.algorithm.Polyak;
import org.ascentrl.algorithm.ReplayUpdates;
import org.ascentrl.distribution.ActionRange;
import org.ascentrl.experience.Horizon;
import org.ascentrl.experience.Progress;
import org.ascentrl.experience.Rollout;
import org.ascentrl.optim.Optimizer;
import org.ascentrl.policy.DeterministicPolicy;
import org.ascentrl.random.NumpyGenerator;
import org.ascentrl.replay.ReplayBuffer;
import org.ascentrl.replay.Transitions;
import org.ascentrl.state.State;
import org.ascentrl.tensor.Tensor;
import org.ascentrl.tensor.Tensors;

/**
 * TD3: learns a deterministic policy from replay, up the slope of a critic; believes the least of two critics, asks them
 * about noisy actions, and lets the policy learn more slowly than they do.
 *
 * <p>With one critic, no noise in the target and no delay it is DDPG.
 *
 * <table>
 * <caption>Symbols</caption>
 * <tr><th>symbol</th><th>shape</th><th>meaning</th></tr>
 * <tr><td>s, a, r, s'</td><td>[B, ..]</td><td>steps drawn from replay; a from −1 to 1</td></tr>
 * <tr><td>γ</td><td>[B]</td><td>the discount; 0 where the episode terminated</td></tr>
 * <tr><td>μ, μ'</td><td>[B, d]</td><td>the policy and its target</td></tr>
 * <tr><td>Q_i, Q'_i</td><td>[B]</td><td>the critics and their targets</td></tr>
 * <tr><td>ε</td><td>[B, d]</td><td>normal noise, clipped to ±c</td></tr>
 * </table>
 *
 * @see <a href="https://arxiv.org/abs/1802.09477">Fujimoto et al. 2018, algorithm 1</a>
 * @see <a href="https://arxiv.org/abs/1509.02971">Lillicrap et al. 2016, algorithm 1: DDPG</a>
 */
public final class Td3 implements Algorithm {

    private final Td3Settings settings;
    private final Tensors tensors;
    private final ActionRange range;
    private final DeterministicPolicy policy;
    private final DeterministicPolicy targetPolicy;
    private final Critics critics;
    private final Optimizer policyOptimizer;
    private final Optimizer criticOptimizer;
    private final Actor actor;
    private final ReplayBuffer replay;
    private final ReplayUpdates updates;
    private final NumpyGenerator noise;
    private long gradientSteps;
    private double policyLoss;
    private double policyNorm;

    /**
     * @param criticCount how many critics there are
     * @throws IllegalArgumentException if the actions are not real numbers with finite bounds
     */
    Td3(Td3Settings settings, int criticCount, AlgorithmSetup setup) {
        this.settings = settings;
        tensors = setup.tensors();
        range = ActionRange.of(setup.environment().actionSpace());
        RandomGenerator init = setup.random().stream("init");
        policy = setup.networks().deterministicPolicy(init);
        targetPolicy = setup.networks().deterministicPolicy(init);
        Polyak.update(targetPolicy.parameters(), policy.parameters(), 1, tensors);
        critics = new Critics(criticCount, setup.environment(), setup.networks(), init, tensors);
        policyOptimizer = setup.optimizer().apply(policy.parameters());
        criticOptimizer = setup.optimizer().apply(critics.parameters());
        actor = new WarmUpActor(
                new DeterministicActor(
                        policy, settings.exploration(), setup.environment().actionSpace(), tensors),
                setup.environment().actionSpace(),
                settings.warmUp());
        replay = new ReplayBuffer(
                settings.replay(), setup.environment(), 1, settings.discount(), setup.random().stream("replay"));
        updates = new ReplayUpdates(replay, settings.warmUp(), settings.gradientSteps(), settings.batchSize(), tensors);
        noise = setup.random().stream("smoothing");
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
        targetPolicy.observe(fresh);
        return updates.update(fresh, p, batch -> gradientStep(batch, p));
    }

    private Metrics gradientStep(Transitions batch, Progress p) {
        Tensor s = batch.observations(tensors); // s  [B, D]
        Tensor a = range.scaled(batch.actions(), tensors); // a  [B, d]
        Tensor y = target(batch); // y  [B]
        Critics.Fit fit = critics.fit(s, a, y, batch.weights(tensors));
        double criticNorm = criticOptimizer.minimize(
                fit.loss(), settings.criticLearningRate().at(p));
        replay.prioritize(batch, fit.errors().toFloats());

        if (gradientSteps % settings.policyDelay() == 0) {
            Tensor loss = critics.first(s, policy.actions(s)).mean().neg(); // −E[ Q_1(s, μ(s)) ]
            policyNorm =
                    policyOptimizer.minimize(loss, settings.policyLearningRate().at(p));
            policyLoss = loss.item();
            critics.follow(settings.tau());
            Polyak.update(targetPolicy.parameters(), policy.parameters(), settings.tau(), tensors);
        }
        gradientSteps++;
        return Metrics.of("critic_loss", fit.loss().item(), "policy_loss", policyLoss)
                .with("q", y.sub(fit.errors()).mean().item())
                .with("critic_gradient_norm", criticNorm)
                .with("policy_gradient_norm", policyNorm);
    }

    /** y = r + γ min_i Q'_i(s', clip(μ'(s') + clip(ε, −c, c), −1, 1)), a constant [B]. */
    private Tensor target(Transitions batch) {
        return tensors.noGrad(() -> {
            Tensor next = batch.nextObservations(tensors); // s'  [B, D]
            Tensor then = smoothed(targetPolicy.actions(next)); // [B, d]
            return critics.leastOfTargets(next, then)
                    .mul(batch.discounts(tensors))
                    .add(batch.returns(tensors));
        });
    }

    private Tensor smoothed(Tensor actions) {
        if (settings.smoothing().deviation() == 0) {
            return actions;
        }
        float[] epsilon = new float[actions.shape().size()];
        for (int i = 0; i < epsilon.length; i++) {
            epsilon[i] = (float) (settings.smoothing().deviation() * noise.nextGaussian());
        }
        float c = (float) settings.smoothing().clip();
        Tensor clipped = tensors.of(epsilon, actions.shape().toArray()).clamp(-c, c);
        return actions.add(clipped).clamp(-1, 1);
    }
    // endregion

    @Override
    public void state(State s) {
        s.part("policy", policy);
        s.part("target-policy", targetPolicy);
        s.part("critics", critics);
        s.part("policy-optimizer", policyOptimizer);
        s.part("critic-optimizer", criticOptimizer);
        s.part("replay", replay);
        s.part("noise", noise);
        s.longs("gradient-steps", new int[0], () -> new long[] {gradientSteps}, saved -> gradientSteps = saved[0]);
        s.doubles("policy-step", new int[] {2}, () -> new double[] {policyLoss, policyNorm}, saved -> {
            policyLoss = saved[0];
            policyNorm = saved[1];
        });
    }
}
