package org.ascentrl.archfixture.layers;

import org.ascentrl.archfixture.layers.backend.ejml.BackendUsingEnvironments;

public record FrontDoorUsingBackend(BackendUsingEnvironments forbidden) {}
