package org.ascentrl.algorithm;

import java.util.random.RandomGenerator;
import org.ascentrl.policy.ActorCritic;
import org.ascentrl.policy.network.Networks;

/** Separate networks for policy and value function, or shared hidden layers. */
public enum Trunk {
    SEPARATE,
    SHARED;

    /** Creates networks with initial values drawn from {@code init}. */
    public ActorCritic create(Networks networks, RandomGenerator init) {
        return switch (this) {
            case SEPARATE -> ActorCritic.of(networks.policy(init), networks.value(init));
            case SHARED -> networks.sharedActorCritic(init);
        };
    }
}
