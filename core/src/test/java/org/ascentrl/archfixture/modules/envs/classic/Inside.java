package org.ascentrl.archfixture.modules.envs.classic;

public record Inside() {}
