package org.ascentrl.algorithm.ppo;

import java.util.ArrayList;
import java.util.List;
import org.ascentrl.actor.Actor;
import org.ascentrl.actor.PolicyActor;
import org.ascentrl.algorithm.Algorithm;
import org.ascentrl.algorithm.AlgorithmSetup;
import org.ascentrl.algorithm.Estimates;
import org.ascentrl.algorithm.Metrics;
import org.ascentrl.algorithm.RewardScaling;
import org.ascentrl.experience.Horizon;
import org.ascentrl.experience.Minibatch;
import org.ascentrl.experience.Progress;
import org.ascentrl.experience.Rollout;
import org.ascentrl.experience.Standardize;
import org.ascentrl.optim.Optimizer;
import org.ascentrl.policy.ActorCritic;
import org.ascentrl.policy.Model;
import org.ascentrl.random.NumpyGenerator;
import org.ascentrl.state.State;
import org.ascentrl.tensor.Scope;
import org.ascentrl.tensor.Tensor;
import org.ascentrl.tensor.Tensors;

/**
 * PPO, proximal policy optimization: several epochs of minibatches over each rollout, with a surrogate objective that
 * clips the probability ratio to 1 ± ε.
 *
 * <table>
 * <caption>Symbols</caption>
 * <tr><th>symbol</th><th>shape</th><th>meaning</th></tr>
 * <tr><td>τ</td><td></td><td>a rollout of some steps of each slot, T in all; a minibatch has B of them</td></tr>
 * <tr><td>A_t</td><td>[B]</td><td>the advantage, by GAE(λ)</td></tr>
 * <tr><td>R_t</td><td>[B]</td><td>the return A_t + V_old(s_t), the target of V</td></tr>
 * <tr><td>r_t</td><td>[B]</td><td>π(a_t|s_t) / π_old(a_t|s_t)</td></tr>
 * </table>
 *
 * @see <a href="https://arxiv.org/abs/1707.06347">Schulman et al. 2017, equations 7 and 9, algorithm 1</a>
 */
public final class Ppo implements Algorithm {

    private final PpoSettings settings;
    private final Tensors tensors;
    private final ActorCritic networks;
    private final Optimizer optimizer;
    private final Actor actor;
    private final RewardScaling scaling;
    private final NumpyGenerator minibatches;

    public Ppo(PpoSettings settings, AlgorithmSetup setup) {
        this.settings = settings;
        tensors = setup.tensors();
        networks = settings.trunk().create(setup.networks(), setup.random().stream("init"));
        optimizer = setup.optimizer().apply(networks.parameters());
        actor = new PolicyActor(networks.policy(), tensors);
        scaling = new RewardScaling(settings.discount());
        minibatches = setup.random().stream("minibatch");
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
        Estimates old = Estimates.of(tau, networks, tensors, settings.discount(), settings.gaeLambda());
        List<Metrics> steps = new ArrayList<>();
        boolean withinKl = true;
        for (int epoch = 0; epoch < settings.epochs() && withinKl; epoch++) {
            for (Minibatch batch : Minibatch.shuffled(tau, settings.minibatchSize(), minibatches)) {
                try (Scope scope = tensors.scope()) {
                    PpoLoss loss = loss(batch, old, p);
                    withinKl = settings.targetKl() == 0 || loss.kl() <= 1.5 * settings.targetKl();
                    if (!withinKl) {
                        break;
                    }
                    double norm = optimizer.minimize(
                            loss.total(), settings.learningRate().at(p));
                    steps.add(loss.metrics().with("gradient_norm", norm));
                }
            }
        }
        return Metrics.mean(steps)
                .with("explained_variance", old.explainedVariance())
                .with("learning_rate", settings.learningRate().at(p))
                .with("gradient_steps", steps.size());
    }

    private PpoLoss loss(Minibatch batch, Estimates old, Progress p) {
        double[] advantages = batch.of(old.advantages());
        if (settings.normalizeAdvantages()) {
            Standardize.all(advantages);
        }
        float epsilon = (float) settings.clipRange().at(p);
        Tensor a = tensors.of(advantages, batch.rows()); // A_t  [B]
        Tensor oldLogProbs = tensors.of(batch.of(old.logProbs()), batch.rows()); // log π_old(a_t|s_t)  [B]

        ActorCritic.Output out = networks.apply(batch.observations(), batch.masks());
        Tensor logRatio = out.policy().logProb(batch.actions()).sub(oldLogProbs); // log r_t  [B]
        Tensor ratio = logRatio.exp(); // r_t  [B]
        Tensor policyLoss = surrogate(ratio, a, epsilon).neg();
        Tensor valueLoss = valueLoss(out.values(), batch, old);
        Tensor entropy = out.policy().entropy().mean(); // E[ H(π(·|s_t)) ]
        Tensor total = policyLoss
                .add(valueLoss.mul(settings.valueCoefficient()))
                .sub(entropy.mul(settings.entropyCoefficient().at(p))); // equation 9
        return PpoLoss.of(total, policyLoss, valueLoss, entropy, logRatio, epsilon);
    }

    /** L^CLIP = E[ min(r_t A_t, clip(r_t, 1 − ε, 1 + ε) A_t) ], equation 7. */
    static Tensor surrogate(Tensor ratio, Tensor advantage, float epsilon) {
        Tensor clipped = ratio.clamp(1 - epsilon, 1 + epsilon);
        return ratio.mul(advantage).minimum(clipped.mul(advantage)).mean();
    }
    // endregion

    /** E[ (V − R_t)² ]; with clipping E[ max((V − R_t)², (V_old + clip(V − V_old, −ε, ε) − R_t)²) ]. */
    private Tensor valueLoss(Tensor values, Minibatch batch, Estimates old) {
        Tensor r = tensors.of(batch.of(old.returns()), batch.rows()); // R_t  [B]
        Tensor errors = values.sub(r).square();
        if (settings.valueClipRange() == 0) {
            return errors.mean();
        }
        float epsilon = (float) settings.valueClipRange();
        Tensor oldValues = tensors.of(batch.of(old.values()), batch.rows()); // V_old(s_t)  [B]
        Tensor clipped = oldValues.add(values.sub(oldValues).clamp(-epsilon, epsilon));
        return errors.maximum(clipped.sub(r).square()).mean();
    }

    @Override
    public void state(State s) {
        s.part("networks", networks);
        s.part("optimizer", optimizer);
        s.part("reward-scaling", scaling);
        s.part("minibatches", minibatches);
    }
}
