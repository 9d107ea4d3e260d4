/**
 * Distributions over actions: categorical, Gaussian and bounded ones, with log-probabilities, entropies and samples.
 * Depends on {@code tensor} and {@code env.space}. Start with {@link org.ascentrl.distribution.Distribution}.
 */
@NullMarked
package org.ascentrl.distribution;

import org.jspecify.annotations.NullMarked;
