/**
 * Ways to act on the step path: by a policy, by action values or deterministically, each with its exploration. Depends
 * on {@code policy}. Start with {@link org.ascentrl.actor.Actor}.
 */
@NullMarked
package org.ascentrl.actor;

import org.jspecify.annotations.NullMarked;
