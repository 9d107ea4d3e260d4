/**
 * What a settings record says of its keys. Depends on nothing. Start with {@link org.ascentrl.settings.Setting}.
 */
@NullMarked
package org.ascentrl.settings;

import org.jspecify.annotations.NullMarked;
