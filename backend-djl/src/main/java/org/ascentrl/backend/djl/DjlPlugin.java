package org.ascentrl.backend.djl;

import org.ascentrl.wiring.Plugin;

/** Offers {@code backend = djl}. */
public final class DjlPlugin extends Plugin {

    @Override
    protected void configure() {
        bindBackend("djl", DjlBackendFactory.class);
    }
}
