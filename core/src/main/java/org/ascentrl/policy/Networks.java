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
     * A new network [N, inputs] → [N, outputs] without an input normaliser, such as a critic of observations and actions;
     * initial values are drawn from {@code init}.
     */
    Layer critic(int inputs, int outputs, RandomGenerator init);
}
