package org.ascentrl.archfixture.layers.nn;

import org.ascentrl.archfixture.layers.optim.OptimUsingNn;

public record NnUsingOptim(OptimUsingNn forbidden) {}
