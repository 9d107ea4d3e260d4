/**
 * What an agent acts in: the environment SPI, spaces, actions and the vector form in which training runs. Follows the
 * contract of Gymnasium. Depends on {@code random}. Start with {@link org.ascentrl.env.Environment}.
 */
@NullMarked
package org.ascentrl.env;

import org.jspecify.annotations.NullMarked;
