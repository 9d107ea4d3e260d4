/**
 * What is saved, and how: {@link org.ascentrl.state.Stateful} objects name their items to a
 * {@link org.ascentrl.state.State}. Knows names and primitive arrays only, and depends on no other package of Ascent.
 * Start with {@link org.ascentrl.state.Stateful}.
 */
@NullMarked
package org.ascentrl.state;

import org.jspecify.annotations.NullMarked;
