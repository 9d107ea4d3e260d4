package org.ascentrl.archfixture.layers.collect;

import org.ascentrl.archfixture.layers.optim.OptimUsingNn;

public record CollectUsingOptim(OptimUsingNn forbidden) {}
