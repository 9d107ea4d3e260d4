package org.ascentrl.archfixture.layers.stranger;

public record Stranger() {}
