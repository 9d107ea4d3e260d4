package org.ascentrl.backend.ejml;

import java.util.concurrent.atomic.AtomicBoolean;
import org.ascentrl.tensor.TensorBackend;
import org.ascentrl.wiring.Factory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes backends, and logs the description of the first. */
final class EjmlBackendFactory implements Factory<EjmlSettings, String, TensorBackend> {

    private static final Logger LOG = LoggerFactory.getLogger(EjmlBackendFactory.class);

    private final AtomicBoolean told = new AtomicBoolean();

    @Override
    public TensorBackend create(EjmlSettings settings, String name) {
        TensorBackend backend = new EjmlBackend(settings.kernels());
        if (told.compareAndSet(false, true)) {
            LOG.info("backend {}", backend.description());
        }
        return backend;
    }
}
