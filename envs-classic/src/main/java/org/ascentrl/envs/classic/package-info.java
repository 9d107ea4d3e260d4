/**
 * The classic-control environments of Gymnasium: the same seed and the same actions give the same episode. Depends on
 * {@code org.ascentrl.env} and {@code org.ascentrl.random} alone. Start with
 * {@link org.ascentrl.envs.classic.CartPole}.
 */
@NullMarked
package org.ascentrl.envs.classic;

import org.jspecify.annotations.NullMarked;
