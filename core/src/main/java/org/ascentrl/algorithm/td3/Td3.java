package org.ascentrl.algorithm.td3;

import java.util.List;
import java.util.random.RandomGenerator;
import org.ascentrl.actor.Actor;
import org.ascentrl.actor.DeterministicActor;
import org.ascentrl.algorithm.Algorithm;
import org.ascentrl.algorithm.AlgorithmSetup;
import org.ascentrl.algorithm.Critics;
import org.ascentrl.algorithm.ExperienceReplay;
import org.ascentrl.algorithm.Metrics;
import org.ascentrl.algorithm.Polyak;
import org.ascentrl.distribution.ActionRange;
import org.ascentrl.env.space.Observations;
import org.ascentrl.env.space.Space;
import org.ascentrl.experience.Horizon;
import org.ascentrl.experience.Progress;
import org.ascentrl.experience.Rollout;
import org.ascentrl.optim.Optimizer;
import org.ascentrl.policy.DeterministicPolicy;
import org.ascentrl.policy.Model;
import org.ascentrl.random.NumpyGenerator;
import org.ascentrl.replay.Transitions;
import org.ascentrl.state.State;
import org.ascentrl.tensor.Tensor;
import org.ascentrl.tensor.Tensors;

/**
 * TD3: learns a deterministic policy by gradient ascent on a critic. It takes the minimum of two critics, smooths their
 * targets with noise, and updates the policy less often than the critics.
 *
 * <p>With one critic, no target noise and no delay it is DDPG.
 *
 * <table>
 * <caption>Symbols</caption>
 * <tr><th>symbol</th><th>shape</th><th>meaning</th></tr>
 * <tr><td>s, a, r, s'</td><td>[B, ..]</td><td>transitions sampled from replay; a in [−1, 1]</td></tr>
 * <tr><td>γ</td><td>[B]</td><td>the discount; 0 where the episode terminated</td></tr>
 * <tr><td>μ, μ'</td><td>[B, d]</td><td>the policy and its target network</td></tr>
 * <tr><td>Q_i, Q'_i</td><td>[B]</td><td>the critics and their target networks</td></tr>
 * <tr><td>ε</td><td>[B, d]</td><td>normal noise, clipped to ±c</td></tr>
 * </table>
 *
 * @see <a href="https://arxiv.org/abs/1802.09477">Fujimoto et al. 2018, algorithm 1</a>
 * @see <a href="https://arxiv.org/abs/1509.02971">Lillicrap et al. 2016, algorithm 1: DDPG</a>
 */
public final class Td3 implements Algorithm {

    private final DdpgSettings settings;
    private final int policyDelay;
    private final Td3Settings.TargetNoise targetNoise;
    private final Tensors tensors;
    private final ActionRange range;
    private final DeterministicPolicy policy;
    private final DeterministicPolicy targetPolicy;
    private final Critics critics;
    private final Optimizer policyOptimizer;
    private final Optimizer criticOptimizer;
    private final ExperienceReplay replay;
    private final Actor actor;
    private final NumpyGenerator noise;
    private long gradientSteps;

    /** @throws IllegalArgumentException if the actions are not continuous with finite bounds */
    public Td3(Td3Settings settings, AlgorithmSetup setup) {
        this(settings, 2, setup);
    }

    /**
     * Creates DDPG.
     *
     * @throws IllegalArgumentException if the actions are not continuous with finite bounds
     */
    public Td3(DdpgSettings settings, AlgorithmSetup setup) {
        this(new Td3Settings(settings, 1, new Td3Settings.TargetNoise(0, 0)), 1, setup);
    }

    private Td3(Td3Settings td3, int criticCount, AlgorithmSetup setup) {
        settings = td3.ddpg();
        policyDelay = td3.policyDelay();
        targetNoise = td3.targetNoise();
        tensors = setup.tensors();
        Space actions = setup.environment().actionSpace();
        range = ActionRange.of(actions);
        RandomGenerator init = setup.random().stream("init");
        policy = setup.networks().deterministicPolicy(init);
        targetPolicy = setup.networks().deterministicPolicy(init);
        Polyak.update(targetPolicy.parameters(), policy.parameters(), 1, tensors);
        critics = new Critics(criticCount, setup.networks(), init, tensors);
        policyOptimizer = setup.optimizer().apply(policy.parameters());
        criticOptimizer = setup.optimizer().apply(critics.parameters());
        replay = new ExperienceReplay(settings.offPolicy(), 1, setup);
        actor = replay.warmUp(new DeterministicActor(policy, settings.exploration(), actions, tensors));
        noise = setup.random().stream("smoothing");
    }

    @Override
    public Actor actor() {
        return actor;
    }

    @Override
    public List<Model> models() {
        return List.of(policy, targetPolicy);
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
        Tensor y = tensors.noGrad(() -> target(batch)); // y  [B]
        Critics.Loss critic = critics.loss(s, a, y, batch.weights(tensors)); // Σ_i E[ w (y − Q_i(s, a))² ]
        double criticNorm = criticOptimizer.minimize(
                critic.total(), settings.criticLearningRate().at(p));
        replay.prioritize(batch, critic.errors().toFloats());

        Metrics metrics = Metrics.of("critic_loss", critic.total().item())
                .with("q", y.sub(critic.errors()).mean().item())
                .with("critic_gradient_norm", criticNorm);
        if (gradientSteps++ % policyDelay == 0) {
            Tensor loss = critics.q1(s, policy.actions(s)).mean().neg(); // −E[ Q_1(s, μ(s)) ]
            double policyNorm =
                    policyOptimizer.minimize(loss, settings.policyLearningRate().at(p));
            metrics = metrics.with("policy_loss", loss.item()).with("policy_gradient_norm", policyNorm);
            critics.polyakUpdate(settings.tau());
            Polyak.update(targetPolicy.parameters(), policy.parameters(), settings.tau(), tensors);
        }
        return metrics;
    }

    /** y = r + γ min_i Q'_i(s', clip(μ'(s') + clip(ε, −c, c), −1, 1))  [B] */
    private Tensor target(Transitions batch) {
        Observations next = batch.nextObservations(); // s'  [B]
        Tensor aNext = smoothed(targetPolicy.actions(next)); // [B, d]
        return critics.targetMin(next, aNext).mul(batch.discounts(tensors)).add(batch.returns(tensors));
    }

    private Tensor smoothed(Tensor actions) {
        if (targetNoise.std() == 0) {
            return actions;
        }
        float[] epsilon = new float[actions.shape().size()];
        for (int i = 0; i < epsilon.length; i++) {
            epsilon[i] = (float) (targetNoise.std() * noise.nextGaussian());
        }
        double c = targetNoise.clip();
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
    }
}
