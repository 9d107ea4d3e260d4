/**
 * The tensor backend on ND4J: native arrays, closed by the scopes that they were made in. Depends on {@code core} and
 * ND4J. Start with {@code Nd4jBackend}; {@code Nd4jEngine} loads the native libraries.
 */
@NullMarked
package org.ascentrl.backend.nd4j;

import org.jspecify.annotations.NullMarked;
