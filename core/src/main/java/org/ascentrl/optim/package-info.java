/**
 * Gradient descent: optimizers that turn gradients into new parameters, each equal to PyTorch's. Depends on
 * {@code tensor}. Start with {@link org.ascentrl.optim.Optimizer}.
 */
@NullMarked
package org.ascentrl.optim;

import org.jspecify.annotations.NullMarked;
