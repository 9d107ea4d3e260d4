package org.ascentrl.algorithm;

import java.util.List;
import org.ascentrl.tensor.Parameter;
import org.ascentrl.tensor.Storage;
import org.ascentrl.tensor.TensorBackend;
import org.ascentrl.tensor.Tensors;

/** Polyak averaging of the parameters of target networks. */
public final class Polyak {

    private Polyak() {}

    /**
     * θ' ← τ θ + (1 − τ) θ'; with τ = 1 a copy.
     *
     * @param target θ', changed in place
     * @param online θ, of the same shapes; not modified
     * @see <a href="https://arxiv.org/abs/1509.02971">Lillicrap et al. 2016, algorithm 1</a>
     */
    public static void update(List<Parameter> target, List<Parameter> online, double tau, Tensors tensors) {
        TensorBackend backend = tensors.backend();
        for (int i = 0; i < target.size(); i++) {
            Storage from = online.get(i).tensor().storage();
            target.get(i).update(own -> {
                if (tau == 1) {
                    backend.assignInPlace(from, own);
                } else {
                    backend.lerpInPlace(tau, from, own);
                }
            });
        }
    }
}
