package org.ascentrl.training;

import org.ascentrl.algorithm.Metrics;

/**
 * One update, as listeners see it.
 *
 * @param training the state of training after the update; it goes on changing
 * @param metrics the update's own numbers; which there are may change from update to update
 */
public record UpdateReport(TrainingContext training, Metrics metrics) {}
