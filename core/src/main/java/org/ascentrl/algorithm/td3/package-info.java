/** TD3, and DDPG as its special case. Start with {@link org.ascentrl.algorithm.td3.Td3}. */
@NullMarked
package org.ascentrl.algorithm.td3;

import org.jspecify.annotations.NullMarked;
