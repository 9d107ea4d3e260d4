/**
 * Layers of neural networks: what has parameters and maps a batch of rows to a batch of rows. Depends on {@code tensor}.
 * Start with {@link org.ascentrl.nn.Layer}.
 */
@NullMarked
package org.ascentrl.nn;

import org.jspecify.annotations.NullMarked;
