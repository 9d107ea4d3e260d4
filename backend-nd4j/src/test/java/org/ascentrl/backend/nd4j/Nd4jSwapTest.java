package org.ascentrl.backend.nd4j;

import org.ascentrl.tck.BackendSwapTck;

class Nd4jSwapTest extends BackendSwapTck {

    @Override
    protected String backend() {
        return "nd4j";
    }
}
