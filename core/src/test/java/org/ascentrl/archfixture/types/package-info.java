/** Types declared as none of Ascent's is. */
@NullMarked
package org.ascentrl.archfixture.types;

import org.jspecify.annotations.NullMarked;
