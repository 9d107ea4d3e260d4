/** Soft actor-critic. Start with {@link org.ascentrl.algorithm.sac.Sac}. */
@NullMarked
package org.ascentrl.algorithm.sac;

import org.jspecify.annotations.NullMarked;
