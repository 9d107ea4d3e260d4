package org.ascentrl.archfixture.layers.optim;

import org.ascentrl.archfixture.layers.nn.NnUsingOptim;

public record OptimUsingNn(NnUsingOptim forbidden) {}
