package org.ascentrl.tck;

/** The place where the update of an algorithm uses action masks, which rule A11 checks. */
public enum MasksIn {
    /** In log π(a_t|s_t), by the masks of s_t: policy gradients. */
    LOG_PROBABILITIES,
    /** In the choice of the best next action, by the masks of s_{t+1}: action values. */
    TARGETS,
    /** Nowhere: the update looks at neither, as in a search by returns alone. */
    NOTHING
}
