package org.ascentrl.backend.ejml;

import org.ascentrl.wiring.Kind;
import org.ascentrl.wiring.Plugin;

/** Offers {@code backend = ejml}. */
public final class EjmlPlugin extends Plugin {

    @Override
    protected void configure() {
        offer(Kind.BACKEND, "ejml", EjmlSettings.class, EjmlBackendFactory.class);
    }
}
