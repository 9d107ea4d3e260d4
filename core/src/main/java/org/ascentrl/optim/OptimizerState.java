package org.ascentrl.optim;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ascentrl.state.State;
import org.ascentrl.state.Stateful;
import org.ascentrl.tensor.Parameter;
import org.ascentrl.tensor.Scope;
import org.ascentrl.tensor.Storage;
import org.ascentrl.tensor.TensorBackend;
import org.ascentrl.tensor.Tensors;

/**
 * The memory of an optimizer: a number for each element of each parameter, such as a momentum. Each parameter has a
 * storage of its shape, initially zero, that outlives scopes and is updated in place.
 *
 * <p>Saved names contain the index of the parameter, because two networks may have parameters of the same name.
 */
public final class OptimizerState implements Stateful {

    private final String name;
    private final TensorBackend backend;
    private final Map<Parameter, Storage> storages = new LinkedHashMap<>();

    /** @param name the name under which it is saved, such as {@code momentum}; unique within the optimizer */
    public OptimizerState(String name, List<Parameter> parameters, Tensors tensors) {
        this.name = name;
        backend = tensors.backend();
        for (Parameter p : parameters) {
            Storage zeros = backend.copyOf(new float[p.shape().size()], p.shape());
            backend.retain(zeros);
            storages.put(p, zeros);
        }
    }

    /**
     * Returns the storage of a parameter, to be updated in place.
     *
     * @throws IllegalArgumentException if the optimizer does not have the parameter
     */
    public Storage of(Parameter parameter) {
        Storage storage = storages.get(parameter);
        if (storage == null) {
            throw new IllegalArgumentException("parameter " + parameter.name() + " is none of this optimizer's");
        }
        return storage;
    }

    @Override
    public void state(State s) {
        int i = 0;
        for (Map.Entry<Parameter, Storage> entry : storages.entrySet()) {
            Storage storage = entry.getValue();
            s.floats(
                    name + "." + i + "." + entry.getKey().name(),
                    storage.shape().toArray(),
                    () -> backend.toFloats(storage),
                    saved -> assign(storage, saved));
            i++;
        }
    }

    private void assign(Storage storage, float[] values) {
        try (Scope scope = backend.openScope()) {
            backend.assignInPlace(backend.wrap(values, storage.shape()), storage);
        }
    }
}
