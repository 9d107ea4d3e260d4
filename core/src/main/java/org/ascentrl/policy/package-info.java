/**
 * Roles of networks: policies, value functions, action values and critics. Depends on {@code distribution}, {@code
 * experience} and {@code nn}. Start with {@link org.ascentrl.policy.Policy}.
 *
 * <p><b>The life of an observation.</b>
 *
 * <ol>
 *   <li>An environment gives it, raw, and the collector passes the rows of all slots that act to an {@code Actor}.
 *   <li>The actor makes one tensor [N, D] of the rows, outside of the tape, and asks a {@linkplain
 *       org.ascentrl.policy.Model model} of its algorithm, such as a {@link org.ascentrl.policy.Policy}.
 *   <li>In the model, {@code policy.network.Features} normalizes the rows by the running moments, if settings ask for it,
 *       and an {@code Encoder} computes features [N, H] of them.
 *   <li>A head on the features gives a {@code Distribution}. It draws the action of each row on the host, from the random
 *       stream of that row.
 *   <li>The rollout keeps the observation raw, beside its action and reward; a replay buffer keeps it raw, too.
 *   <li>In the update, the same models see it again, now on the tape: the loss flows back through head and encoder.
 *   <li>After the update, the training loop calls {@link org.ascentrl.policy.Model#observe} of every model: only now do the
 *       moments of the normalizers take it in.
 * </ol>
 */
@NullMarked
package org.ascentrl.policy;

import org.jspecify.annotations.NullMarked;
