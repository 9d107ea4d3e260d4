/**
 * Q-learning from replay: DQN with its refinements, and QR-DQN, which learns the distribution of returns. Start with
 * {@link org.ascentrl.algorithm.dqn.Dqn}.
 */
@NullMarked
package org.ascentrl.algorithm.dqn;

import org.jspecify.annotations.NullMarked;
