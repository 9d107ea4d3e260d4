package org.ascentrl.archfixture.layers.algorithm;

import org.ascentrl.archfixture.layers.algorithm.one.OneUsingTraining;

public record AlgorithmUsingOne(OneUsingTraining forbidden) {}
