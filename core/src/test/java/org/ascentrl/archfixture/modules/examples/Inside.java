package org.ascentrl.archfixture.modules.examples;

public record Inside() {}
