/**
 * The training loop and evaluation, without files. Depends on {@code algorithm} and {@code collect}. Start with {@link
 * org.ascentrl.training.Trainer}.
 */
@NullMarked
package org.ascentrl.training;

import org.jspecify.annotations.NullMarked;
