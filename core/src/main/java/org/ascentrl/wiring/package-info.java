/**
 * Puts an application together: reads the settings from their layers, binds them to the records of what was chosen, and
 * reports every problem at once. May depend on every other package of Ascent. Start with
 * {@link org.ascentrl.wiring.Settings}.
 */
@NullMarked
package org.ascentrl.wiring;

import org.jspecify.annotations.NullMarked;
