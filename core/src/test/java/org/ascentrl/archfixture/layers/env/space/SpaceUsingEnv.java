package org.ascentrl.archfixture.layers.env.space;

import org.ascentrl.archfixture.layers.env.EnvUsingTensor;

public record SpaceUsingEnv(EnvUsingTensor forbidden) {}
