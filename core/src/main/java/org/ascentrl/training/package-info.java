/**
 * The training loop: collecting experience, updating, evaluating, without files. Depends on {@code algorithm}. Start
 * with {@link org.ascentrl.training.Trainer}.
 */
@NullMarked
package org.ascentrl.training;

import org.jspecify.annotations.NullMarked;
