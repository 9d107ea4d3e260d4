package com.example.corridor;

import org.ascentrl.env.registry.EnvironmentFactory;
import org.ascentrl.tck.EnvironmentTck;

// region environment
class CorridorTest extends EnvironmentTck<CorridorSettings> {

    @Override
    protected EnvironmentFactory<CorridorSettings> factory() {
        return new CorridorFactory();
    }

    @Override
    protected CorridorSettings settings() {
        return new CorridorSettings(50);
    }
}
// endregion
