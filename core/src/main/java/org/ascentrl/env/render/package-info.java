/**
 * Pictures of environments, and receivers of videos. Depends on nothing. Start with
 * {@link org.ascentrl.env.render.Frame}.
 */
@NullMarked
package org.ascentrl.env.render;

import org.jspecify.annotations.NullMarked;
