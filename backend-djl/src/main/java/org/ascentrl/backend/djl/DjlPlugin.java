package org.ascentrl.backend.djl;

import org.ascentrl.wiring.Kind;
import org.ascentrl.wiring.Plugin;

/** Offers {@code backend = djl}. */
public final class DjlPlugin extends Plugin {

    @Override
    protected void configure() {
        offer(Kind.BACKEND, "djl", DjlSettings.class, (settings, name) -> DjlBackend.create(settings));
    }
}
