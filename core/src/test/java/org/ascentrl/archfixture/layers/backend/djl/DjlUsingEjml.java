package org.ascentrl.archfixture.layers.backend.djl;

import org.ascentrl.archfixture.layers.backend.ejml.BackendUsingEnvironments;

public record DjlUsingEjml(BackendUsingEnvironments forbidden) {}
