/**
 * Tools for tests of Ascent, and of anything built on it: a backend in double precision that polices its
 * contract, and a gradient check against finite differences. Depends on core alone. Start with
 * {@link org.ascentrl.testing.ReferenceBackend} and {@link org.ascentrl.testing.GradientChecker}.
 */
@NullMarked
package org.ascentrl.testing;

import org.jspecify.annotations.NullMarked;
