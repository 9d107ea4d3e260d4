package org.ascentrl.archfixture.layers.env.vector;

import org.ascentrl.archfixture.layers.env.wrapper.WrapperUsingTensor;

public record VectorUsingWrapper(WrapperUsingTensor forbidden) {}
