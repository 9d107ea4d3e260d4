/** A2C, the synchronous advantage actor-critic. Start with {@link org.ascentrl.algorithm.a2c.A2c}. */
@NullMarked
package org.ascentrl.algorithm.a2c;

import org.jspecify.annotations.NullMarked;
