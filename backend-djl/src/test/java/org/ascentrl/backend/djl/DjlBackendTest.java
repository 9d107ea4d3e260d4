package org.ascentrl.backend.djl;

import org.ascentrl.tck.TensorBackendTck;
import org.ascentrl.tensor.TensorBackend;

class DjlBackendTest extends TensorBackendTck {

    @Override
    protected TensorBackend create() {
        return DjlBackend.create(new DjlSettings(DjlSettings.Device.CPU));
    }

    /** PyTorch chooses its kernels by the number of rows. */
    @Override
    protected boolean rowsAreIndependent() {
        return false;
    }
}
