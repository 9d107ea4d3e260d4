package org.ascentrl.backend.ejml;

import org.ascentrl.tensor.Shape;
import org.ascentrl.tensor.Storage;
import org.jspecify.annotations.Nullable;

/** A shape over the first elements of an array, which is its own, the caller's, or that of the storage it reshapes. */
final class EjmlStorage implements Storage {

    private final Shape shape;
    private final EjmlStorage owner;
    private float @Nullable [] data;
    private boolean retained;

    /** Over {@code data}, which holds at least as many numbers as the shape. */
    EjmlStorage(float[] data, Shape shape) {
        this.shape = shape;
        this.data = data;
        owner = this;
    }

    private EjmlStorage(EjmlStorage source, Shape shape) {
        this.shape = shape;
        owner = source.owner;
    }

    static EjmlStorage of(Storage storage) {
        return (EjmlStorage) storage;
    }

    EjmlStorage reshaped(Shape other) {
        return new EjmlStorage(this, other);
    }

    @Override
    public Shape shape() {
        return shape;
    }

    int size() {
        return shape.size();
    }

    /**
     * The array.
     *
     * @throws IllegalStateException if it went back to the arena
     */
    float[] data() {
        float[] known = owner.data;
        if (known == null) {
            throw new IllegalStateException("a tensor of shape " + shape + " was used after its scope was closed."
                    + " Retain its storage, or copy its numbers while the scope is open.");
        }
        return known;
    }

    /** Leaves the array to the garbage collector. */
    void retain() {
        owner.retained = true;
    }

    /** Gives up the array, unless it is retained. */
    float @Nullable [] release() {
        if (retained) {
            return null;
        }
        float[] free = data;
        data = null;
        return free;
    }
}
