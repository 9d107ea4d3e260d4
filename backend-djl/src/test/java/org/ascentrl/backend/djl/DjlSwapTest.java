package org.ascentrl.backend.djl;

import org.ascentrl.tck.BackendSwapTck;

class DjlSwapTest extends BackendSwapTck {

    @Override
    protected String backend() {
        return "djl";
    }
}
