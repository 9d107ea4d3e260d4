/**
 * Several environments that step together, SAME-STEP autoreset included: the form in which training runs. Depends on
 * {@code env}. Start with {@link org.ascentrl.env.vector.VectorEnvironment}.
 */
@NullMarked
package org.ascentrl.env.vector;

import org.jspecify.annotations.NullMarked;
