package org.ascentrl.algorithm;

import java.util.random.RandomGenerator;
import org.ascentrl.policy.ActorCritic;
import org.ascentrl.policy.Networks;

/** Whether policy and value function have their hidden layers in common. */
public enum Trunk {
    SEPARATE,
    SHARED;

    /** New networks of this kind. */
    public ActorCritic create(Networks networks, RandomGenerator init) {
        return switch (this) {
            case SEPARATE -> ActorCritic.of(networks.policy(init), networks.value(init));
            case SHARED -> networks.shared(init);
        };
    }
}
