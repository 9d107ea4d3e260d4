/**
 * Reads settings: HOCON texts in layers, bound to records, with every problem reported at once. Depends on {@code
 * settings}. Start with {@link org.ascentrl.settings.hocon.Settings}.
 */
@NullMarked
package org.ascentrl.settings.hocon;

import org.jspecify.annotations.NullMarked;
