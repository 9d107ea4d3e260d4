package org.ascentrl.backend.nd4j;

import org.ascentrl.tck.BackendContractsTck;
import org.ascentrl.tensor.TensorBackend;

class Nd4jContractsTest extends BackendContractsTck {

    @Override
    protected TensorBackend create() {
        return Nd4jBackend.create(new Nd4jSettings(Nd4jSettings.Device.CPU));
    }

    @Override
    protected boolean rowsAreIndependent() {
        return false;
    }
}
