/**
 * The environment SPI, which follows the contract of Gymnasium: {@code Environment}, its spec and the result of a
 * step. Depends on {@code env.space} and {@code env.render}. Start with {@link org.ascentrl.env.Environment}.
 */
@NullMarked
package org.ascentrl.env;

import org.jspecify.annotations.NullMarked;
