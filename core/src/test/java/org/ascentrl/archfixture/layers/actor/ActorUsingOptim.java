package org.ascentrl.archfixture.layers.actor;

import org.ascentrl.archfixture.layers.optim.OptimUsingNn;

public record ActorUsingOptim(OptimUsingNn forbidden) {}
