/**
 * Eager tensors with reverse-mode differentiation over a small set of primitives that a
 * {@link org.ascentrl.tensor.TensorBackend} supplies. Depends on {@code state} only. Start with
 * {@link org.ascentrl.tensor.Tensor}; the operations are values, {@link org.ascentrl.tensor.Op}, and their gradient rules stand
 * in one table, {@code Vjp}.
 */
@NullMarked
package org.ascentrl.tensor;

import org.jspecify.annotations.NullMarked;
