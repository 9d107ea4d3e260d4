package org.ascentrl.archfixture.layers.algorithm.one;

import org.ascentrl.archfixture.layers.training.TrainingUsingOne;

public record OneUsingTraining(TrainingUsingOne forbidden) {}
