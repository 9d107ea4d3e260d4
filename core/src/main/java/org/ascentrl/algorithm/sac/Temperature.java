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

/**
 * α, the weight of the policy's entropy: fixed, or moved up while the entropy is below its target and down while above.
 * What learns is log α, so α stays above 0.
 *
 * @see <a href="https://arxiv.org/abs/1812.05905">Haarnoja et al. 2018b, equation 18</a>
 */
final class Temperature implements Stateful {

    private final TemperatureSettings settings;
    private final double targetEntropy;
    private final Parameter logAlpha;
    private final List<Optimizer> optimizer;

    /** @param numbers d of an action */
    Temperature(
            TemperatureSettings settings,
            int numbers,
            Function<List<Parameter>, Optimizer> optimizers,
            RandomGenerator init,
            Tensors tensors) {
        this.settings = settings;
        targetEntropy = settings.targetEntropy() * numbers;
        logAlpha = tensors.parameter("log-alpha", Initializer.constant((float) Math.log(settings.initial())), init, 1);
        optimizer = settings.learned() ? List.of(optimizers.apply(List.of(logAlpha))) : List.of();
    }

    double alpha() {
        return settings.learned() ? Math.exp(logAlpha.toFloats()[0]) : settings.initial();
    }

    /**
     * One gradient step on −log α E[ log π + H̄ ].
     *
     * @param logPi of actions that the policy draws now [B]; no gradient flows into it
     */
    void update(Tensor logPi, Progress p) {
        for (Optimizer each : optimizer) {
            each.minimize(loss(logPi.detach()), settings.learningRate().at(p));
        }
    }

    private Tensor loss(Tensor logPi) {
        return logAlpha.tensor()
                .mul(logPi.mean().add((float) targetEntropy))
                .neg()
                .sum();
    }

    @Override
    public void state(State s) {
        logAlpha.state(s);
        optimizer.forEach(each -> s.part("optimizer", each));
    }
}
