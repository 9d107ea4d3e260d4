package org.ascentrl.archfixture.layers.env.check;

import org.ascentrl.archfixture.layers.tensor.TensorUsingRandom;

public record CheckUsingTensor(TensorUsingRandom forbidden) {}
