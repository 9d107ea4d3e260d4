package org.ascentrl.algorithm;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.ascentrl.env.space.Observations;
import org.ascentrl.policy.Critic;
import org.ascentrl.policy.network.Networks;
import org.ascentrl.state.State;
import org.ascentrl.state.Stateful;
import org.ascentrl.tensor.Parameter;
import org.ascentrl.tensor.Tensor;
import org.ascentrl.tensor.Tensors;

/**
 * The critics Q_1(s, a), .., Q_n(s, a) of continuous actions, each with a target network. The minimum of several critics
 * counteracts the overestimation of a single one.
 *
 * <p>States are raw [B, D]; actions [B, d] are scaled to [−1, 1].
 *
 * @see <a href="https://arxiv.org/abs/1802.09477">Fujimoto et al. 2018, section 4.2: clipped double Q-learning</a>
 */
public final class Critics implements Stateful {

    private final Tensors tensors;
    private final List<Critic> online;
    private final List<Critic> target;

    /**
     * Creates critics with initial values drawn from {@code init}, and targets that start equal to them.
     *
     * @param count n
     */
    public Critics(int count, Networks networks, RandomGenerator init, Tensors tensors) {
        this.tensors = tensors;
        online = networks(count, networks, init);
        target = networks(count, networks, init);
        polyakUpdate(1);
    }

    private static List<Critic> networks(int count, Networks networks, RandomGenerator init) {
        return IntStream.range(0, count).mapToObj(i -> networks.critic(init)).toList();
    }

    /** min_i Q_i(s, a) [B] */
    public Tensor min(Observations s, Tensor a) {
        return min(online, s, a);
    }

    /** min_i Q'_i(s, a) of the target networks [B] */
    public Tensor targetMin(Observations s, Tensor a) {
        return min(target, s, a);
    }

    private static Tensor min(List<Critic> critics, Observations s, Tensor a) {
        Tensor min = critics.get(0).values(s, a);
        for (Critic critic : critics.subList(1, critics.size())) {
            min = min.minimum(critic.values(s, a));
        }
        return min;
    }

    /** Q_1(s, a) [B] */
    public Tensor q1(Observations s, Tensor a) {
        return online.get(0).values(s, a);
    }

    /**
     * The loss of the critics.
     *
     * @param total Σ_i E[ w (y − Q_i(s, a))² ]
     * @param errors the temporal-difference errors y − Q_1(s, a) [B]
     */
    public record Loss(Tensor total, Tensor errors) {}

    /**
     * Computes the loss of the critics.
     *
     * @param y the target values, constants [B]
     * @param weights w, the weight of each row [B]
     */
    public Loss loss(Observations s, Tensor a, Tensor y, Tensor weights) {
        List<Tensor> errors =
                online.stream().map(critic -> y.sub(critic.values(s, a))).toList();
        Tensor total = errors.stream()
                .map(delta -> delta.square().mul(weights).mean())
                .reduce(Tensor::add)
                .orElseThrow();
        return new Loss(total, errors.get(0));
    }

    /** Updates the targets: θ' ← τ θ + (1 − τ) θ'. */
    public void polyakUpdate(double tau) {
        Polyak.update(parameters(target), parameters(online), tau, tensors);
    }

    /** Returns the parameters of Q_1, .., Q_n, without those of the targets. */
    public List<Parameter> parameters() {
        return parameters(online);
    }

    private static List<Parameter> parameters(List<Critic> critics) {
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
