/**
 * Wrappers: environments around an environment, chosen by settings and kept with the policy. Depends on {@code env}.
 * Start with {@link org.ascentrl.env.wrapper.Wrapper}.
 */
@NullMarked
package org.ascentrl.env.wrapper;

import org.jspecify.annotations.NullMarked;
