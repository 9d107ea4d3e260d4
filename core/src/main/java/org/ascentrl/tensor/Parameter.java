package org.ascentrl.tensor;

import java.util.function.Consumer;
import org.ascentrl.state.State;
import org.ascentrl.state.Stateful;
import org.jspecify.annotations.Nullable;

/** A named tensor that learns: it outlives scopes, and losses have gradients with respect to it. */
public final class Parameter implements Stateful {

    private final Tape tape;
    private final String name;
    private final Storage storage;
    private long version;
    private @Nullable Tensor leaf;

    Parameter(Tape tape, String name, Storage storage) {
        this.tape = tape;
        this.name = name;
        this.storage = storage;
        tape.backend().retain(storage);
    }

    public String name() {
        return name;
    }

    public Shape shape() {
        return storage.shape();
    }

    /** The values, to compute with. */
    public Tensor tensor() {
        Tensor current = leaf;
        if (current == null) {
            current = new Tensor(tape, storage, new Tape.Leaf(this, version));
            leaf = current;
        }
        return current;
    }

    /** A copy of the values, row-major. */
    public float[] toFloats() {
        return tape.backend().toFloats(storage);
    }

    /** Changes the values in place. A loss that was computed before has no gradients any more. */
    public void update(Consumer<Storage> inPlace) {
        inPlace.accept(storage);
        version++;
        leaf = null;
    }

    /**
     * Replaces the values.
     *
     * @throws ShapeException if their number is not that of the shape
     */
    public void assign(float[] values) {
        if (values.length != shape().size()) {
            throw new ShapeException(
                    "assign: " + values.length + " numbers for parameter " + name + " of shape " + shape());
        }
        try (Scope scope = tape.scope()) {
            update(own -> tape.backend().assignInPlace(tape.backend().wrap(values, shape()), own));
        }
    }

    @Override
    public void state(State s) {
        s.floats(name, shape().toArray(), this::toFloats, this::assign);
    }

    Tensors tensors() {
        return tape;
    }

    void checkUnchangedSince(long then) {
        if (version != then) {
            throw new IllegalStateException("gradients: parameter " + name
                    + " changed after this loss was computed from it. Compute the loss again.");
        }
    }

    @Override
    public String toString() {
        return name + shape();
    }
}
