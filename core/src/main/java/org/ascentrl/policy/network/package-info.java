/**
 * Multilayer perceptrons in every role, and the heads that stand on them. Depends on {@code policy}. Start with {@link
 * org.ascentrl.policy.network.MlpPolicy}.
 */
@NullMarked
package org.ascentrl.policy.network;

import org.jspecify.annotations.NullMarked;
