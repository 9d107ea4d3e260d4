/**
 * Collects experience: chunks of slots act over a horizon and record their rollouts, on this thread or on several.
 * Depends on {@code actor} and {@code env.vector}. Start with {@link org.ascentrl.collect.ChunkRunner}.
 */
@NullMarked
package org.ascentrl.collect;

import org.jspecify.annotations.NullMarked;
