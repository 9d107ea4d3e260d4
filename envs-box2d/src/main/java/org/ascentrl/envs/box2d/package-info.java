/**
 * The Box2D environments of Gymnasium, on the same solver in C++: the same seed and the same actions give the same episode,
 * but for rounding where bodies touch the ground. Depends on {@code org.ascentrl.env}, {@code org.ascentrl.random},
 * {@code org.ascentrl.policy} and gdx-box2d. Start with {@link org.ascentrl.envs.box2d.LunarLander}.
 */
@NullMarked
package org.ascentrl.envs.box2d;

import org.jspecify.annotations.NullMarked;
