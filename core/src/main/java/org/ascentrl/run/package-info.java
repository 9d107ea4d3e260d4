/**
 * Runs: a training with its directory of settings, checkpoints, metrics, policy and summary, and how it is resumed. Depends
 * on {@code wiring}. Start with {@link org.ascentrl.run.TrainingRun} and {@link org.ascentrl.run.RunDirectory}.
 */
@NullMarked
package org.ascentrl.run;

import org.jspecify.annotations.NullMarked;
