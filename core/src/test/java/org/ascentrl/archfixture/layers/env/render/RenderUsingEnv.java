package org.ascentrl.archfixture.layers.env.render;

import org.ascentrl.archfixture.layers.env.EnvUsingTensor;

public record RenderUsingEnv(EnvUsingTensor forbidden) {}
