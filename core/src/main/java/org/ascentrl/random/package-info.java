/**
 * Random numbers: {@link org.ascentrl.random.NumpyGenerator} gives NumPy's numbers for NumPy's seeds, and
 * {@link org.ascentrl.random.Streams} derives the named streams of a run from its one seed. Depends on
 * {@code org.ascentrl.state} only. Start with {@link org.ascentrl.random.NumpyGenerator}.
 */
@NullMarked
package org.ascentrl.random;

import org.jspecify.annotations.NullMarked;
