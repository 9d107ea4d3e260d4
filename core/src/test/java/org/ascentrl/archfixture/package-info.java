/**
 * Classes that break each rule of the architecture, and beside them classes that come close and break none: a rule that
 * cannot fail is no rule. Each tree below has the layout of Ascent, under another base. No test kit carries them. Start
 * with {@link org.ascentrl.archfixture.RulesTest}.
 */
@NullMarked
package org.ascentrl.archfixture;

import org.jspecify.annotations.NullMarked;
