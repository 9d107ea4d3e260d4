package org.ascentrl.archfixture.layers.state;

import org.ascentrl.archfixture.layers.random.RandomUsingEnv;

public record StateUsingRandom(RandomUsingEnv forbidden) {}
