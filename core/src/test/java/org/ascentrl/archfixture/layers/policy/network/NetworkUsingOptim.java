package org.ascentrl.archfixture.layers.policy.network;

import org.ascentrl.archfixture.layers.optim.OptimUsingNn;

public record NetworkUsingOptim(OptimUsingNn forbidden) {}
