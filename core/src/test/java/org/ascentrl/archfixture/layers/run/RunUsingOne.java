package org.ascentrl.archfixture.layers.run;

import org.ascentrl.archfixture.layers.algorithm.one.OneUsingTraining;

public record RunUsingOne(OneUsingTraining forbidden) {}
