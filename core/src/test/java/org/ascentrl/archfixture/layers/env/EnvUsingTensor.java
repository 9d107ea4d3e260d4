package org.ascentrl.archfixture.layers.env;

import org.ascentrl.archfixture.layers.tensor.TensorUsingRandom;

public record EnvUsingTensor(TensorUsingRandom forbidden) {}
