package org.ascentrl.archfixture.layers.envs.classic;

import org.ascentrl.archfixture.layers.backend.ejml.BackendUsingEnvironments;

public record EnvironmentsUsingBackend(BackendUsingEnvironments forbidden) {}
