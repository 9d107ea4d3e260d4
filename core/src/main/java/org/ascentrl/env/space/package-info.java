/**
 * Observation and action spaces, their elements, and batches of actions. Depends on {@code random}. Start with {@link
 * org.ascentrl.env.space.Space}.
 */
@NullMarked
package org.ascentrl.env.space;

import org.jspecify.annotations.NullMarked;
