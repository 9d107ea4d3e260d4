/**
 * Collects experience: chunks of slots act over a horizon and record their rollouts, on this thread or on several.
 * Depends on {@code actor} and {@code env.vector}. Start with {@link org.ascentrl.collect.ChunkRunner}.
 *
 * <h2>The life of a step</h2>
 *
 * <ol>
 *   <li>A {@linkplain org.ascentrl.env.vector.VectorEnvironment vector environment} steps its slots and fills a {@link
 *       org.ascentrl.env.vector.StepBatch}: observations in the types of their space, rewards, ends and masks. A slot that
 *       is done already shows the first observation of its next episode.
 *   <li>{@code ChunkRunner} asks the {@linkplain org.ascentrl.actor.Actor actor} for the next actions with an {@link
 *       org.ascentrl.actor.ActRequest}. While all slots act, its observations are those of the batch, not copied; slots
 *       that rest at the end of a horizon of episodes are left out.
 *   <li>A {@link org.ascentrl.experience.SlotRecorder} for each slot copies the row: observation, mask, action and, after
 *       the step, reward. It is the first copy of an observation. Where the algorithm asks for an {@link
 *       org.ascentrl.experience.Extra}, the actor's memory, log-probabilities or the environment's info are recorded as well.
 *   <li>At the horizon the recorders become one {@link org.ascentrl.experience.Rollout}, which takes over their
 *       observations.
 *   <li>The algorithm learns from it. A {@link org.ascentrl.experience.Minibatch} selects rows: the second copy. (A replay
 *       buffer keeps rows of its own, and selects from these.) Networks make tensors of them, and bytes become float32
 *       only there.
 * </ol>
 */
@NullMarked
package org.ascentrl.collect;

import org.jspecify.annotations.NullMarked;
