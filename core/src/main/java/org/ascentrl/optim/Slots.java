package org.ascentrl.optim;

import java.util.ArrayList;
import java.util.List;
import org.ascentrl.state.State;
import org.ascentrl.tensor.Parameter;
import org.ascentrl.tensor.Scope;
import org.ascentrl.tensor.Storage;
import org.ascentrl.tensor.TensorBackend;
import org.ascentrl.tensor.Tensors;

/**
 * What an optimizer remembers of each parameter: one storage of its shape, zero at first, changed in place. Two networks
 * may have parameters of the same name: what is saved has their number in its name.
 */
final class Slots {

    private final String name;
    private final List<Parameter> parameters;
    private final TensorBackend backend;
    private final List<Storage> storages = new ArrayList<>();

    Slots(String name, List<Parameter> parameters, Tensors tensors) {
        this.name = name;
        this.parameters = parameters;
        backend = tensors.backend();
        for (Parameter p : parameters) {
            Storage zeros = backend.copyOf(new float[p.shape().size()], p.shape());
            backend.retain(zeros);
            storages.add(zeros);
        }
    }

    Storage get(int i) {
        return storages.get(i);
    }

    void state(State s) {
        for (int i = 0; i < storages.size(); i++) {
            Parameter p = parameters.get(i);
            Storage storage = storages.get(i);
            s.floats(
                    name + "." + i + "." + p.name(),
                    p.shape().toArray(),
                    () -> backend.toFloats(storage),
                    saved -> assign(storage, saved));
        }
    }

    private void assign(Storage storage, float[] values) {
        try (Scope scope = backend.openScope()) {
            backend.assignInPlace(backend.wrap(values, storage.shape()), storage);
        }
    }
}
