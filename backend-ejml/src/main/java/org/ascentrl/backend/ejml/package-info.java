/**
 * The pure-Java tensor backend: float32 arrays, wrapped without copying. Depends on {@code core} and EJML. Start with
 * {@code EjmlBackend}; the arithmetic that decides the speed stands behind {@code Kernels}, the memory is that of an
 * {@code Arena}.
 */
@NullMarked
package org.ascentrl.backend.ejml;

import org.jspecify.annotations.NullMarked;
