/**
 * The algorithm SPI; each algorithm stands in a package of its own below. Depends on {@code policy} and {@code optim}.
 * Start with {@link org.ascentrl.algorithm.Algorithm}, then {@code reinforce.Reinforce}.
 */
@NullMarked
package org.ascentrl.algorithm;

import org.jspecify.annotations.NullMarked;
