/**
 * Pictures of environments, and where they go. Depends on nothing. Start with {@link org.ascentrl.env.render.Frame}.
 */
@NullMarked
package org.ascentrl.env.render;

import org.jspecify.annotations.NullMarked;
