/** The entry point for programs that embed the library. */
@NullMarked
package org.ascentrl;

import org.jspecify.annotations.NullMarked;
