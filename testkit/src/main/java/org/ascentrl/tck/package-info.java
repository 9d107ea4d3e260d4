/**
 * The contracts of Ascent's SPIs as abstract JUnit classes: whoever implements one extends its class and gives a factory
 * method. The rules are numbered in {@code core/SPI.md}. Depends on core and {@code testing}.
 * Start with {@link org.ascentrl.tck.TensorBackendTck}.
 */
@NullMarked
package org.ascentrl.tck;

import org.jspecify.annotations.NullMarked;
