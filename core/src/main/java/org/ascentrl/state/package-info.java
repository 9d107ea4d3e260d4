/**
 * Saving and restoring state: {@link org.ascentrl.state.Stateful} objects name their items to a
 * {@link org.ascentrl.state.State}, a {@link org.ascentrl.state.Snapshot} holds what they named, and
 * {@link org.ascentrl.state.SafeTensors} keeps it in a file. Knows names and primitive arrays only, and depends on no
 * other package of Ascent. Start with {@link org.ascentrl.state.Stateful}.
 */
@NullMarked
package org.ascentrl.state;

import org.jspecify.annotations.NullMarked;
