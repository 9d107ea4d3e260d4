/**
 * Makes environments, single or vectorized, by the names that settings use. Depends on {@code env.vector} and {@code
 * env.wrapper}. Start with {@link org.ascentrl.env.registry.EnvironmentFactory}.
 */
@NullMarked
package org.ascentrl.env.registry;

import org.jspecify.annotations.NullMarked;
