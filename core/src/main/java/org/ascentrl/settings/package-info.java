/**
 * Annotations by which a record of settings describes its components. Depends on nothing, so every package may use it;
 * {@code org.ascentrl.settings.hocon} reads and checks the values. Start with {@link org.ascentrl.settings.Setting}.
 */
@NullMarked
package org.ascentrl.settings;

import org.jspecify.annotations.NullMarked;
