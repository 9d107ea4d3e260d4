package org.ascentrl.archfixture.tck;

import org.ascentrl.env.Environment;
import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.env.registry.EnvironmentFactory;

public record UntestedFactory(EnvironmentSpec spec, Environment environment)
        implements EnvironmentFactory<UntestedFactory.None> {

    public record None() {}

    @Override
    public Class<None> settings() {
        return None.class;
    }

    @Override
    public EnvironmentSpec spec(None settings) {
        return spec;
    }

    @Override
    public Environment create(None settings) {
        return environment;
    }
}
