package com.example.corridor;

import org.ascentrl.env.registry.EnvironmentFactory;
import org.ascentrl.tck.EnvironmentTck;

// region environment
class CorridorTest extends EnvironmentTck {

    @Override
    protected EnvironmentFactory factory() {
        return Corridor.factory(new CorridorSettings(50));
    }
}
// endregion
