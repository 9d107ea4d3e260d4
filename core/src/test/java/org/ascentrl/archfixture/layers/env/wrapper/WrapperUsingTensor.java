package org.ascentrl.archfixture.layers.env.wrapper;

import org.ascentrl.archfixture.layers.tensor.TensorUsingRandom;

public record WrapperUsingTensor(TensorUsingRandom forbidden) {}
