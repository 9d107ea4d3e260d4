/**
 * The pure-Java tensor backend: float32 storage of EJML, shared without copying. Depends on {@code core} and EJML. Start
 * with {@code EjmlBackend}; the arithmetic that decides the speed stands behind {@code Kernels}.
 */
@NullMarked
package org.ascentrl.backend.ejml;

import org.jspecify.annotations.NullMarked;
