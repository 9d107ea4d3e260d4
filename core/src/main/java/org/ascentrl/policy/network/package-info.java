/**
 * Encoders, and the networks of every role built on them. Depends on {@code policy}. An encoder of your own is a class
 * that implements {@link org.ascentrl.policy.network.Encoder}; a role of your own extends
 * {@link org.ascentrl.policy.network.HeadedModel}. Start with {@link org.ascentrl.policy.network.Networks}.
 */
@NullMarked
package org.ascentrl.policy.network;

import org.jspecify.annotations.NullMarked;
