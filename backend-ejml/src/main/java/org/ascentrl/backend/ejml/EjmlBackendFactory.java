package org.ascentrl.backend.ejml;

import org.ascentrl.tensor.TensorBackend;
import org.ascentrl.tensor.TensorBackendFactory;

/** {@code backend = ejml}. */
public final class EjmlBackendFactory implements TensorBackendFactory<EjmlSettings> {

    @Override
    public Class<EjmlSettings> settings() {
        return EjmlSettings.class;
    }

    @Override
    public TensorBackend create(EjmlSettings settings) {
        return new EjmlBackend();
    }
}
