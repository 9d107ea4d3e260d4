/**
 * Roles of networks: policies, value functions, action values, and the family of networks that makes them. Depends on
 * {@code distribution}, {@code experience} and {@code nn}. Start with {@link org.ascentrl.policy.Policy}.
 */
@NullMarked
package org.ascentrl.policy;

import org.jspecify.annotations.NullMarked;
