package org.ascentrl.archfixture.layers.examples;

import org.ascentrl.archfixture.layers.stranger.Stranger;

public record ExamplesUsingStranger(Stranger forbidden) {}
