package org.ascentrl.nn;

import java.util.function.Supplier;
import org.ascentrl.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * The noise shared by the {@link NoisyDense} layers of a network: a vector for each row while the network is applied
 * with noise, and none otherwise.
 */
public final class LayerNoise {

    private int size;
    private @Nullable Tensor noise;

    /** Returns the length of the noise of a row, over all layers. */
    public int size() {
        return size;
    }

    /**
     * Applies a network with noise.
     *
     * @param f f(ε) of each row and layer, see {@link NoisyDense} [N, {@link #size}]
     */
    public <T> T during(Tensor f, Supplier<T> body) {
        noise = f;
        try {
            return body.get();
        } finally {
            noise = null;
        }
    }

    /** Reserves numbers for one layer, and returns the index of the first. */
    int reserve(int numbers) {
        size += numbers;
        return size - numbers;
    }

    /** [N, to − from]; null while there is no noise. */
    @Nullable
    Tensor part(int from, int to) {
        Tensor f = noise;
        return f == null ? null : f.slice(1, from, to);
    }
}
