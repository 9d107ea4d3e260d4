package org.ascentrl.archfixture.layers.benchmarks;

import org.ascentrl.archfixture.layers.stranger.Stranger;

public record BenchmarksUsingStranger(Stranger forbidden) {}
