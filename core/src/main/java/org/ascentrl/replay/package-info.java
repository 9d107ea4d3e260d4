/**
 * What off-policy algorithms remember: steps of the past, drawn again uniformly or by how much was learned from them. Depends
 * on {@code experience}. Start with {@link org.ascentrl.replay.ReplayBuffer}.
 */
@NullMarked
package org.ascentrl.replay;

import org.jspecify.annotations.NullMarked;
