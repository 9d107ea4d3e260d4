package org.ascentrl.backend.nd4j;

import org.ascentrl.tck.TensorBackendTck;
import org.ascentrl.tensor.TensorBackend;

class Nd4jBackendTest extends TensorBackendTck {

    @Override
    protected TensorBackend create() {
        return Nd4jBackend.create(new Nd4jSettings(Nd4jSettings.Device.CPU));
    }

    /** OpenBLAS chooses its kernels by the number of rows. */
    @Override
    protected boolean rowsAreIndependent() {
        return false;
    }
}
