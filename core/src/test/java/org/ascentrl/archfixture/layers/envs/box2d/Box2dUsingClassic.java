package org.ascentrl.archfixture.layers.envs.box2d;

import org.ascentrl.archfixture.layers.envs.classic.EnvironmentsUsingBackend;

public record Box2dUsingClassic(EnvironmentsUsingBackend forbidden) {}
