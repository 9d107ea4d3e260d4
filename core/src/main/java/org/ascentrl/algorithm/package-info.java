/**
 * The algorithm SPI, and what algorithms share; each algorithm has a package of its own below. Depends on {@code actor},
 * {@code optim} and {@code replay}. Start with {@link org.ascentrl.algorithm.Algorithm}, then {@code reinforce.Reinforce};
 * {@link org.ascentrl.algorithm.ExperienceReplay} is the part that off-policy algorithms share.
 */
@NullMarked
package org.ascentrl.algorithm;

import org.jspecify.annotations.NullMarked;
