/**
 * How a record of settings describes its components. Depends on nothing, so every package may use it; the values are
 * read and checked by {@code org.ascentrl.wiring}. Start with {@link org.ascentrl.settings.Setting}.
 */
@NullMarked
package org.ascentrl.settings;

import org.jspecify.annotations.NullMarked;
