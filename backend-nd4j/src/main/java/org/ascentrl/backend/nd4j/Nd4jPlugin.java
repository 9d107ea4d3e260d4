package org.ascentrl.backend.nd4j;

import org.ascentrl.wiring.Plugin;

/** Offers {@code backend = nd4j}. */
public final class Nd4jPlugin extends Plugin {

    @Override
    protected void configure() {
        bindBackend("nd4j", Nd4jBackendFactory.class);
    }
}
