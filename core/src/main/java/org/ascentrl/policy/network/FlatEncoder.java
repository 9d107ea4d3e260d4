package org.ascentrl.policy.network;

/**
 * An encoder of flat rows of numbers. In a critic Q(s, a) its rows are the observation followed by the action, D + d
 * numbers. Any other encoder gets the observation alone, and the action is appended to its features.
 */
public interface FlatEncoder extends Encoder {}
