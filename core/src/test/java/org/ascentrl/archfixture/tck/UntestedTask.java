package org.ascentrl.archfixture.tck;

import org.ascentrl.env.Environment;
import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.env.registry.Task;
import org.ascentrl.env.space.Space;
import org.ascentrl.env.vector.VectorEnvironment;

public record UntestedTask(Space observationSpace, Space actionSpace, Environment environment, VectorEnvironment vector)
        implements Task {

    @Override
    public Environment environment(EnvironmentSpec spec) {
        return environment;
    }

    @Override
    public VectorEnvironment vector(EnvironmentSpec spec, int slots) {
        return vector;
    }
}
