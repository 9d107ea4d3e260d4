package org.ascentrl.backend.ejml;

import org.ascentrl.tck.TensorBackendTck;
import org.ascentrl.tensor.TensorBackend;
import org.junit.jupiter.api.Tag;

/** Also run in a JVM that was started without the Vector API. */
@Tag("without-vector-api")
class EjmlBackendTest extends TensorBackendTck {

    @Override
    protected TensorBackend create() {
        return new EjmlBackend(KernelProvider.EJML);
    }
}
