package org.ascentrl.archfixture.layers.backend.nd4j;

import org.ascentrl.archfixture.layers.backend.djl.DjlUsingEjml;

public record Nd4jUsingDjl(DjlUsingEjml forbidden) {}
