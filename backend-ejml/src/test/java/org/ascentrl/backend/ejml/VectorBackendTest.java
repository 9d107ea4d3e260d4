package org.ascentrl.backend.ejml;

import org.ascentrl.tck.TensorBackendTck;
import org.ascentrl.tensor.TensorBackend;

class VectorBackendTest extends TensorBackendTck {

    @Override
    protected TensorBackend create() {
        return new EjmlBackend(KernelProvider.VECTOR);
    }
}
