/**
 * Finds what plug-ins offer and makes of settings the experiment that they describe. May depend on every package
 * below. Start with {@link org.ascentrl.wiring.Bootstrap}.
 */
@NullMarked
package org.ascentrl.wiring;

import org.jspecify.annotations.NullMarked;
