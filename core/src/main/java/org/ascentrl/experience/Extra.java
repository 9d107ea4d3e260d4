package org.ascentrl.experience;

/** A quantity that rollouts record only if the algorithm asks for it. */
public enum Extra {
    /** The actor's memory at the start of each segment, such as a recurrent state: {@link Rollout#memory}. */
    MEMORY,
    /** The log-probability of each action under the policy that took it: {@link Rollout#logProbs}. */
    LOG_PROBS,
    /** The numbers in the environment's info, such as costs: {@link Rollout#info}. */
    INFO
}
