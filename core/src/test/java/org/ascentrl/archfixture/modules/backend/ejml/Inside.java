package org.ascentrl.archfixture.modules.backend.ejml;

public record Inside() {}
