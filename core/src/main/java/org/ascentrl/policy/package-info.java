/**
 * How an agent chooses: distributions over actions, policies and value functions, and the actor that the step path
 * calls. Depends on {@code nn} and {@code experience}. Start with {@link org.ascentrl.policy.Policy}.
 */
@NullMarked
package org.ascentrl.policy;

import org.jspecify.annotations.NullMarked;
