/**
 * Checks an environment against its contract and gives advice, as Gymnasium's {@code check_env} does. Depends on
 * {@code env.registry}. Start with {@link org.ascentrl.env.check.EnvironmentChecker}.
 */
@NullMarked
package org.ascentrl.env.check;

import org.jspecify.annotations.NullMarked;
