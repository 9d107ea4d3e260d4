package com.example.corridor;

import org.ascentrl.wiring.Plugin;

/** Gives the environment and the algorithm their names. {@code META-INF/services} lists this class. */
public final class CorridorPlugin extends Plugin {

    @Override
    protected void configure() {
        bindEnvironment("Corridor-v0", CorridorFactory.class);
        bindAlgorithm("rloo", RlooFactory.class);
    }
}
