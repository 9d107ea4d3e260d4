package org.ascentrl.archfixture.layers.training;

import org.ascentrl.archfixture.layers.algorithm.one.OneUsingTraining;

public record TrainingUsingOne(OneUsingTraining forbidden) {}
