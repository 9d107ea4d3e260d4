package org.ascentrl.backend.djl;

import org.ascentrl.tck.BackendContractsTck;
import org.ascentrl.tensor.TensorBackend;

class DjlContractsTest extends BackendContractsTck {

    @Override
    protected TensorBackend create() {
        return DjlBackend.create(new DjlSettings(DjlSettings.Device.CPU));
    }

    @Override
    protected boolean rowsAreIndependent() {
        return false;
    }
}
