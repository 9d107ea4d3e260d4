package org.ascentrl.nn;

import java.util.function.Supplier;
import org.ascentrl.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * The noise that the {@link NoisyDense} layers of a network share: that of each row while the network is applied with noise,
 * and none otherwise.
 */
public final class LayerNoise {

    private int size;
    private @Nullable Tensor noise;

    /** The numbers of noise that a row takes, over all layers. */
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

    /** Room for so many numbers of one layer; gives where they begin. */
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
