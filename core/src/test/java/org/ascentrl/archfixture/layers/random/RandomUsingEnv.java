package org.ascentrl.archfixture.layers.random;

import org.ascentrl.archfixture.layers.env.EnvUsingTensor;

public record RandomUsingEnv(EnvUsingTensor forbidden) {}
