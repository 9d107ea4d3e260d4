package org.ascentrl.archfixture.layers.env.registry;

import org.ascentrl.archfixture.layers.tensor.TensorUsingRandom;

public record RegistryUsingTensor(TensorUsingRandom forbidden) {}
