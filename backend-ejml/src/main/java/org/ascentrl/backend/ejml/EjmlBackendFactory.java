package org.ascentrl.backend.ejml;

import java.util.concurrent.atomic.AtomicBoolean;
import org.ascentrl.tensor.TensorBackend;
import org.ascentrl.tensor.TensorBackendFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code backend = ejml}. */
public final class EjmlBackendFactory implements TensorBackendFactory<EjmlSettings> {

    private static final Logger LOG = LoggerFactory.getLogger(EjmlBackendFactory.class);

    private final AtomicBoolean told = new AtomicBoolean();

    @Override
    public Class<EjmlSettings> settings() {
        return EjmlSettings.class;
    }

    @Override
    public TensorBackend create(EjmlSettings settings) {
        TensorBackend backend = new EjmlBackend(settings.kernels());
        if (told.compareAndSet(false, true)) {
            LOG.info("backend {}", backend.description());
        }
        return backend;
    }
}
