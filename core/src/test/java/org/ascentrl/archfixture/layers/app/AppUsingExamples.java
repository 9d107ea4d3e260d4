package org.ascentrl.archfixture.layers.app;

import org.ascentrl.archfixture.layers.examples.ExamplesUsingStranger;

public record AppUsingExamples(ExamplesUsingStranger forbidden) {}
