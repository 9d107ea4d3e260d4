/** PPO, proximal policy optimization with the clipped surrogate. Start with {@link org.ascentrl.algorithm.ppo.Ppo}. */
@NullMarked
package org.ascentrl.algorithm.ppo;

import org.jspecify.annotations.NullMarked;
