package org.ascentrl.backend.nd4j;

import org.ascentrl.wiring.Kind;
import org.ascentrl.wiring.Plugin;

/** Offers {@code backend = nd4j}. */
public final class Nd4jPlugin extends Plugin {

    @Override
    protected void configure() {
        offer(Kind.BACKEND, "nd4j", Nd4jSettings.class, (settings, name) -> Nd4jBackend.create(settings));
    }
}
