package com.example.corridor;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.ascentrl.env.Environment;
import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.env.registry.EnvironmentFactory;
import org.ascentrl.env.space.Box;
import org.ascentrl.env.space.Discrete;

/** Makes {@code Corridor-v0}. */
public final class CorridorFactory implements EnvironmentFactory<CorridorSettings> {

    @Override
    public Class<CorridorSettings> settings() {
        return CorridorSettings.class;
    }

    @Override
    public EnvironmentSpec spec(CorridorSettings settings) {
        return new EnvironmentSpec(
                "Corridor-v0", OptionalInt.of(100), OptionalDouble.empty(), Box.of(-1, 1, 1), new Discrete(2));
    }

    @Override
    public Environment create(CorridorSettings settings) {
        return EnvironmentFactory.registered(new Corridor(spec(settings), settings));
    }
}
