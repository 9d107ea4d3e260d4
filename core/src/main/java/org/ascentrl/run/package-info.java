/**
 * The files of a run: its directory, the record of where it came from, metrics and policy. Depends on {@code training}.
 * Start with {@link org.ascentrl.run.RunDirectory}.
 */
@NullMarked
package org.ascentrl.run;

import org.jspecify.annotations.NullMarked;
