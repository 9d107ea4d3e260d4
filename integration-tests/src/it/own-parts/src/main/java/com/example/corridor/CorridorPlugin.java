package com.example.corridor;

import org.ascentrl.wiring.Kind;
import org.ascentrl.wiring.Plugin;

/** Gives the environment and the algorithm their names. {@code META-INF/services} lists this class. */
// region plugin
public final class CorridorPlugin extends Plugin {

    @Override
    protected void configure() {
        offer(Kind.ENVIRONMENT, "Corridor-v0", CorridorSettings.class, (settings, id) -> Corridor.factory(settings));
        offer(Kind.ALGORITHM, "rloo", RlooSettings.class, Rloo::new);
    }
}
// endregion
