/**
 * Experience replay for off-policy algorithms: steps of the past, sampled uniformly or by priority. Depends
 * on {@code experience}. Start with {@link org.ascentrl.replay.ReplayBuffer}.
 */
@NullMarked
package org.ascentrl.replay;

import org.jspecify.annotations.NullMarked;
