/**
 * Layers of neural networks, with their parameters, and the normalizer of their inputs. Depends on {@code tensor}.
 * Start with {@link org.ascentrl.nn.Layer}.
 */
@NullMarked
package org.ascentrl.nn;

import org.jspecify.annotations.NullMarked;
