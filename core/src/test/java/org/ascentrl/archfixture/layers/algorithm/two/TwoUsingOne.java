package org.ascentrl.archfixture.layers.algorithm.two;

import org.ascentrl.archfixture.layers.algorithm.one.OneUsingTraining;

public record TwoUsingOne(OneUsingTraining forbidden) {}
