/** The front door for people who embed the library. */
@NullMarked
package org.ascentrl;

import org.jspecify.annotations.NullMarked;
