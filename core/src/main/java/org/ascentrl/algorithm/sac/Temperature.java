package org.ascentrl.algorithm.sac;

import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.ascentrl.experience.Progress;
import org.ascentrl.optim.Optimizer;
import org.ascentrl.state.State;
import org.ascentrl.state.Stateful;
import org.ascentrl.tensor.Initializer;
import org.ascentrl.tensor.Parameter;
import org.ascentrl.tensor.Tensor;
import org.ascentrl.tensor.Tensors;
import org.jspecify.annotations.Nullable;

/**
 * The temperature α, the weight of the policy's entropy: fixed, or raised while the entropy is below its target and
 * lowered while above. It is learned as log α, and so stays positive.
 *
 * @see <a href="https://arxiv.org/abs/1812.05905">Haarnoja et al. 2018b, equation 18</a>
 */
final class Temperature implements Stateful {

    private final TemperatureSettings settings;
    private final double targetEntropy;
    private final Parameter logAlpha;
    private final @Nullable Optimizer optimizer;

    /** @param dimensions d of an action */
    Temperature(
            TemperatureSettings settings,
            int dimensions,
            Function<List<Parameter>, Optimizer> optimizers,
            RandomGenerator init,
            Tensors tensors) {
        this.settings = settings;
        targetEntropy = settings.targetEntropyPerDimension() * dimensions;
        logAlpha = tensors.parameter("log-alpha", Initializer.constant(Math.log(settings.initial())), init, 1);
        optimizer = settings.learned() ? optimizers.apply(List.of(logAlpha)) : null;
    }

    double alpha() {
        return settings.learned() ? Math.exp(logAlpha.toFloats()[0]) : settings.initial();
    }

    /**
     * Takes one gradient step on −log α E[ log π + H̄ ] with the target entropy H̄; none if α is fixed.
     *
     * @param logProbs log π of actions sampled from the current policy [B]; no gradient flows into them
     */
    void update(Tensor logProbs, Progress p) {
        if (optimizer != null) {
            optimizer.minimize(loss(logProbs.detach()), settings.learningRate().at(p));
        }
    }

    private Tensor loss(Tensor logProbs) {
        return logAlpha.tensor().mul(logProbs.mean().add(targetEntropy)).neg().sum();
    }

    @Override
    public void state(State s) {
        logAlpha.state(s);
        if (optimizer != null) {
            s.part("optimizer", optimizer);
        }
    }
}
