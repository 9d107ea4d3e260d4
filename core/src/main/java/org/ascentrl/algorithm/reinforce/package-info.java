/**
 * REINFORCE, the Monte-Carlo policy gradient: the reference algorithm. Start with
 * {@link org.ascentrl.algorithm.reinforce.Reinforce}.
 */
@NullMarked
package org.ascentrl.algorithm.reinforce;

import org.jspecify.annotations.NullMarked;
