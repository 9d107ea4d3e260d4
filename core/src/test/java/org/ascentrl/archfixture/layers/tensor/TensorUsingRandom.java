package org.ascentrl.archfixture.layers.tensor;

import org.ascentrl.archfixture.layers.random.RandomUsingEnv;

public record TensorUsingRandom(RandomUsingEnv forbidden) {}
