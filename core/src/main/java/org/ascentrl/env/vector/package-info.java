/**
 * Vector environments: several environments that step together, with autoreset in the same step. Training runs on them.
 * Depends on {@code env}. Start with {@link org.ascentrl.env.vector.VectorEnvironment}.
 */
@NullMarked
package org.ascentrl.env.vector;

import org.jspecify.annotations.NullMarked;
