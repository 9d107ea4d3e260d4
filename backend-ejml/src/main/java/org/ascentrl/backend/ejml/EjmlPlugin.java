package org.ascentrl.backend.ejml;

import org.ascentrl.wiring.Plugin;

/** Offers {@code backend = ejml}. */
public final class EjmlPlugin extends Plugin {

    @Override
    protected void configure() {
        bindBackend("ejml", EjmlBackendFactory.class);
    }
}
