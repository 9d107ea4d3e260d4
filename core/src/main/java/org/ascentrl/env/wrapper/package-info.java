/**
 * Environments around environments, with Gymnasium's names and meaning where it has them. Start with
 * {@link org.ascentrl.env.wrapper.Wrapper}.
 */
@NullMarked
package org.ascentrl.env.wrapper;

import org.jspecify.annotations.NullMarked;
