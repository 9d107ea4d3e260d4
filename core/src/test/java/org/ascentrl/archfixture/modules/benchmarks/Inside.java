package org.ascentrl.archfixture.modules.benchmarks;

public record Inside() {}
