package org.ascentrl.policy.network;

/**
 * An encoder of rows of numbers, wherever they come from. The one of a critic Q(s, a) gets each observation with the action
 * behind it, D + d numbers; any other encoder gets the observation alone, and the action joins its features.
 */
public interface FlatEncoder extends Encoder {}
