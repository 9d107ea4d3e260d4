/**
 * Experience: rollouts, and pure functions from rollouts to returns and advantages.
 * Depends on {@code env} and {@code tensor}. Start with {@link org.ascentrl.experience.Rollout}.
 */
@NullMarked
package org.ascentrl.experience;

import org.jspecify.annotations.NullMarked;
