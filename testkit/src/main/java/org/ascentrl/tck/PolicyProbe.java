package org.ascentrl.tck;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.ascentrl.distribution.Distribution;
import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.env.space.Action;
import org.ascentrl.env.space.Actions;
import org.ascentrl.env.space.Masks;
import org.ascentrl.env.space.Observations;
import org.ascentrl.policy.Policy;
import org.ascentrl.random.NumpyGenerator;
import org.ascentrl.random.RowRandom;
import org.ascentrl.tensor.Parameter;
import org.ascentrl.tensor.Scope;
import org.ascentrl.tensor.Shape;
import org.ascentrl.tensor.Tensors;
import org.ascentrl.testing.Input;
import org.ascentrl.testing.Rollouts;

/** Makes policies, and queries them on rows that are always the same. */
final class PolicyProbe {

    private final EnvironmentSpec environment;
    private final Function<RandomGenerator, Policy> policies;
    private final Tensors tensors;
    private final int features;
    private final int choices;

    PolicyProbe(EnvironmentSpec environment, Function<RandomGenerator, Policy> policies, Tensors tensors) {
        this.environment = environment;
        this.policies = policies;
        this.tensors = tensors;
        features = environment.observationSpace().flatSize();
        choices = environment.actionSpace().choices();
    }

    /** A policy as it starts. */
    Policy fresh(long seed) {
        return policies.apply(new NumpyGenerator(seed));
    }

    /** A policy with other weights than it started with, and with observations seen. */
    Policy trained() {
        Policy policy = fresh(1);
        for (int i = 0; i < policy.parameters().size(); i++) {
            Parameter p = policy.parameters().get(i);
            float[] values = Input.random(i, p.shape()).values();
            for (int k = 0; k < values.length; k++) {
                values[k] *= 0.5f;
            }
            p.assign(values);
        }
        policy.observe(Rollouts.random(environment, 2, 50));
        return policy;
    }

    int features() {
        return features;
    }

    int choices() {
        return choices;
    }

    float[] observations(int rows) {
        return Input.random(11, Shape.of(rows, features)).values();
    }

    Observations rows(float[] flat) {
        return Observations.of(environment.observationSpace(), flat);
    }

    Distribution distribution(Policy policy, int rows, Masks masks) {
        return policy.distribution(rows(observations(rows)), masks);
    }

    /** Of each row another choice is forbidden; all are allowed if there is no choice. */
    Masks masks(int rows) {
        if (choices < 2) {
            return Masks.ALL;
        }
        boolean[] allowed = new boolean[rows * choices];
        for (int i = 0; i < allowed.length; i++) {
            allowed[i] = i % choices != i / choices % choices;
        }
        return Masks.of(allowed, choices);
    }

    static RowRandom streams(long seed, int rows) {
        List<NumpyGenerator> streams = IntStream.range(0, rows)
                .mapToObj(row -> new NumpyGenerator(100 * seed + row))
                .toList();
        return streams::get;
    }

    Actions sample(Distribution pi, RowRandom random, int rows) {
        Actions out = Actions.of(environment.actionSpace(), rows);
        pi.sample(random, out);
        return out;
    }

    /** @param memory [rows, {@link Policy#noiseSize()}], changed */
    Actions sample(Distribution pi, RowRandom random, float[] memory, int rows) {
        Actions out = Actions.of(environment.actionSpace(), rows);
        pi.sample(random, memory, out);
        return out;
    }

    Actions mode(Distribution pi, int rows) {
        Actions out = Actions.of(environment.actionSpace(), rows);
        pi.mode(out);
        return out;
    }

    /** The same action in each row. */
    Actions all(Action action, int rows) {
        Actions actions = Actions.of(environment.actionSpace(), rows);
        for (int row = 0; row < rows; row++) {
            actions.set(row, action);
        }
        return actions;
    }

    static List<Action> list(Actions actions) {
        return IntStream.range(0, actions.rows()).mapToObj(actions::get).toList();
    }

    /** Samples, modes, log-probabilities and entropies of some rows as text, to compare bit by bit. */
    String answer(Policy policy, int rows, Masks masks) {
        try (Scope scope = tensors.scope()) {
            Distribution pi = distribution(policy, rows, masks);
            Actions sample = sample(pi, streams(1, rows), rows);
            return "sample " + list(sample) + " mode " + list(mode(pi, rows)) + " log-probability "
                    + Arrays.toString(pi.logProb(sample).toFloats()) + " entropy "
                    + Arrays.toString(pi.entropy().toFloats());
        }
    }
}
