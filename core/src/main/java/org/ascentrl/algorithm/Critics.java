package org.ascentrl.algorithm;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.nn.Layer;
import org.ascentrl.policy.Networks;
import org.ascentrl.state.State;
import org.ascentrl.state.Stateful;
import org.ascentrl.tensor.Parameter;
import org.ascentrl.tensor.Tensor;
import org.ascentrl.tensor.Tensors;

/**
 * Q_1(s, a), .., Q_n(s, a) of real actions, each with a target network that follows it. With several, the least of them is
 * what counts: a single one overestimates.
 *
 * <p>States are raw [B, D]; actions [B, d] as bounded policies compute them, from −1 to 1.
 *
 * @see <a href="https://arxiv.org/abs/1802.09477">Fujimoto et al. 2018, section 4.2: clipped double Q-learning</a>
 */
public final class Critics implements Stateful {

    private final Tensors tensors;
    private final List<Layer> online;
    private final List<Layer> target;

    /** @param count n; initial values are drawn from {@code init}, and the targets start equal */
    public Critics(int count, EnvironmentSpec environment, Networks networks, RandomGenerator init, Tensors tensors) {
        this.tensors = tensors;
        int inputs = environment.observationSpace().flatSize()
                + environment.actionSpace().reals();
        online = networks(count, inputs, networks, init);
        target = networks(count, inputs, networks, init);
        follow(1);
    }

    private static List<Layer> networks(int count, int inputs, Networks networks, RandomGenerator init) {
        return IntStream.range(0, count)
                .mapToObj(i -> networks.critic(inputs, 1, init))
                .toList();
    }

    /** min_i Q_i(s, a) [B] */
    public Tensor least(Tensor s, Tensor a) {
        return least(online, s, a);
    }

    /** min_i Q'_i(s, a) of the target networks [B] */
    public Tensor leastOfTargets(Tensor s, Tensor a) {
        return least(target, s, a);
    }

    private static Tensor least(List<Layer> critics, Tensor s, Tensor a) {
        Tensor least = value(critics.get(0), s, a);
        for (Layer critic : critics.subList(1, critics.size())) {
            least = least.minimum(value(critic, s, a));
        }
        return least;
    }

    /** Q_1(s, a) [B] */
    public Tensor first(Tensor s, Tensor a) {
        return value(online.get(0), s, a);
    }

    private static Tensor value(Layer critic, Tensor s, Tensor a) {
        return critic.apply(s.concat(1, a)).flat();
    }

    /**
     * How far the values are from what they should be.
     *
     * @param loss Σ_i E[ w (y − Q_i(s, a))² ]
     * @param errors y − Q_1(s, a) [B]
     */
    public record Fit(Tensor loss, Tensor errors) {}

    /**
     * Compares the values of actions with given ones.
     *
     * @param y what they should be, a constant [B]
     * @param weights w, what each row counts [B]
     */
    public Fit fit(Tensor s, Tensor a, Tensor y, Tensor weights) {
        List<Tensor> errors =
                online.stream().map(critic -> y.sub(value(critic, s, a))).toList();
        Tensor loss = errors.stream()
                .map(delta -> delta.square().mul(weights).mean())
                .reduce(Tensor::add)
                .orElseThrow();
        return new Fit(loss, errors.get(0));
    }

    /** The targets take over τ of the difference. */
    public void follow(double tau) {
        Polyak.update(parameters(target), parameters(online), tau, tensors);
    }

    /** Those of Q_1, .., Q_n; the targets do not learn. */
    public List<Parameter> parameters() {
        return parameters(online);
    }

    private static List<Parameter> parameters(List<Layer> critics) {
        return critics.stream().flatMap(critic -> critic.parameters().stream()).toList();
    }

    @Override
    public void state(State s) {
        for (int i = 0; i < online.size(); i++) {
            s.part("q" + (i + 1), online.get(i));
            s.part("target" + (i + 1), target.get(i));
        }
    }
}
