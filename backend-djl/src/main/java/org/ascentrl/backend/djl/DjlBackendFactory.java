package org.ascentrl.backend.djl;

import org.ascentrl.tensor.TensorBackend;
import org.ascentrl.tensor.TensorBackendFactory;

/** {@code backend = djl}. */
public final class DjlBackendFactory implements TensorBackendFactory<DjlSettings> {

    @Override
    public Class<DjlSettings> settings() {
        return DjlSettings.class;
    }

    /**
     * Loads PyTorch on the first call of the process.
     *
     * @throws IllegalArgumentException if there is no such device
     * @throws IllegalStateException if the native library cannot be loaded
     */
    @Override
    public TensorBackend create(DjlSettings settings) {
        DjlEngine engine = DjlEngine.load();
        return new DjlBackend(engine.manager(settings.device()), engine.description(settings.device()));
    }
}
