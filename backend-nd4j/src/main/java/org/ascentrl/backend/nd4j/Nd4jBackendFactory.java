package org.ascentrl.backend.nd4j;

import org.ascentrl.tensor.TensorBackend;
import org.ascentrl.tensor.TensorBackendFactory;

/** {@code backend = nd4j}. */
public final class Nd4jBackendFactory implements TensorBackendFactory<Nd4jSettings> {

    @Override
    public Class<Nd4jSettings> settings() {
        return Nd4jSettings.class;
    }

    /**
     * Loads ND4J on the first call of the process.
     *
     * @throws IllegalArgumentException if there is no such device
     * @throws IllegalStateException if the native libraries cannot be loaded
     */
    @Override
    public TensorBackend create(Nd4jSettings settings) {
        if (settings.device() == Nd4jSettings.Device.GPU) {
            throw new IllegalArgumentException(
                    "nd4j.device = gpu: ND4J comes here with nd4j-native, which finds no GPU."
                            + " Allowed: cpu. For a GPU choose backend = djl.");
        }
        return new Nd4jBackend(Nd4jEngine.load().description());
    }
}
