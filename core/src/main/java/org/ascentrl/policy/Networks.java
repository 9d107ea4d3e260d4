package org.ascentrl.policy;

import java.util.random.RandomGenerator;

/** A family of networks for one environment: what settings name with {@code policy}. */
public interface Networks {

    /** A new policy whose head suits the action space; initial values are drawn from {@code init}. */
    Policy policy(RandomGenerator init);

    /** A new value function; initial values are drawn from {@code init}. */
    ValueFunction value(RandomGenerator init);

    /** A new policy and value function on the same hidden layers; initial values are drawn from {@code init}. */
    ActorCritic shared(RandomGenerator init);
}
