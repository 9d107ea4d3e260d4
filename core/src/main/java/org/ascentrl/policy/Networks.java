package org.ascentrl.policy;

import java.util.random.RandomGenerator;
import org.ascentrl.nn.Layer;

/** A family of networks for one environment: what settings name with {@code policy}. */
public interface Networks {

    /** A new policy whose head suits the action space; initial values are drawn from {@code init}. */
    Policy policy(RandomGenerator init);

    /** A new value function; initial values are drawn from {@code init}. */
    ValueFunction value(RandomGenerator init);

    /** A new policy and value function on the same hidden layers; initial values are drawn from {@code init}. */
    ActorCritic shared(RandomGenerator init);

    /**
     * New values of the actions of a discrete space; initial values are drawn from {@code init}.
     *
     * @throws IllegalArgumentException if the actions are not discrete
     */
    ActionValues actionValues(ActionValues.Form form, RandomGenerator init);

    /**
     * A new policy whose samples keep the bounds of the action space and let gradients through; initial values are drawn
     * from {@code init}.
     *
     * @throws IllegalArgumentException if the actions are not real numbers with finite bounds
     */
    ReparameterizedPolicy boundedPolicy(RandomGenerator init);

    /**
     * A new policy of one action for each state; initial values are drawn from {@code init}.
     *
     * @throws IllegalArgumentException if the actions are not real numbers with finite bounds
     */
    DeterministicPolicy deterministicPolicy(RandomGenerator init);

    /**
     * A new network [N, inputs] → [N, outputs] without an input normalizer, such as a critic of observations and actions;
     * initial values are drawn from {@code init}.
     */
    Layer critic(int inputs, int outputs, RandomGenerator init);
}
