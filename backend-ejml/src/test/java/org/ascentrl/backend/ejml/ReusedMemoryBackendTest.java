package org.ascentrl.backend.ejml;

import org.ascentrl.tck.TensorBackendTck;
import org.ascentrl.tensor.TensorBackend;

/** As if every array were large enough to be used again. */
class ReusedMemoryBackendTest extends TensorBackendTck {

    @Override
    protected TensorBackend create() {
        return new EjmlBackend(new ScalarKernels(), 0);
    }
}
