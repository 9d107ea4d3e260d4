package org.ascentrl.archfixture.layers.backend.ejml;

import org.ascentrl.archfixture.layers.envs.classic.EnvironmentsUsingBackend;

public record BackendUsingEnvironments(EnvironmentsUsingBackend forbidden) {}
