package org.ascentrl.archfixture.layers.policy;

import org.ascentrl.archfixture.layers.optim.OptimUsingNn;

public record PolicyUsingOptim(OptimUsingNn forbidden) {}
