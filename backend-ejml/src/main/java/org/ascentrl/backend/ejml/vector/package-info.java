/**
 * The arithmetic of {@code ejml.kernels = vector}, on the JDK's Vector API: plain arrays in and out, no type of the API
 * in a signature. Depends on the module {@code jdk.incubator.vector} alone, and is compiled on its own, before the rest of
 * this module; only {@code VectorKernels} uses it, and only where the JVM has that module. Start with
 * {@link org.ascentrl.backend.ejml.vector.VectorProduct}.
 *
 * <p>Every element is computed by the same sequence of operations, in whichever lane, block or tail it falls: results
 * have the same bits for every vector width.
 */
@NullMarked
package org.ascentrl.backend.ejml.vector;

import org.jspecify.annotations.NullMarked;
