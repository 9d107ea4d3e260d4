package org.ascentrl.archfixture.layers.distribution;

import org.ascentrl.archfixture.layers.nn.NnUsingOptim;

public record DistributionUsingNn(NnUsingOptim forbidden) {}
