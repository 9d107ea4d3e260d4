package org.ascentrl.testing;

import org.ascentrl.tensor.Shape;
import org.ascentrl.tensor.Storage;
import org.jspecify.annotations.Nullable;

/** Elements in double, and whether they may still be used. */
final class ReferenceStorage implements Storage {

    private final ReferenceBackend owner;
    private final Shape shape;
    private final double[] values;
    private float @Nullable [] wrapped;
    private boolean retained;
    private boolean dead;

    ReferenceStorage(ReferenceBackend owner, Shape shape, double[] values, float @Nullable [] wrapped) {
        this.owner = owner;
        this.shape = shape;
        this.values = values;
        this.wrapped = wrapped;
    }

    @Override
    public Shape shape() {
        return shape;
    }

    ReferenceBackend owner() {
        return owner;
    }

    double[] values() {
        return values;
    }

    boolean isDead() {
        return dead;
    }

    void retain() {
        retained = true;
    }

    /** Dies unless it is retained, and tells whether it did. */
    boolean dieWithScope() {
        dead = !retained;
        return dead;
    }

    /** Forgets the caller's array: from now on the elements are this storage's own. */
    void unwrap() {
        wrapped = null;
    }

    /** Returns whether the array that was wrapped holds other numbers now. */
    boolean wrappedArrayChanged() {
        if (wrapped != null) {
            for (int i = 0; i < wrapped.length; i++) {
                if (Double.compare(wrapped[i], values[i]) != 0) {
                    return true;
                }
            }
        }
        return false;
    }

    @Override
    public String toString() {
        return "ReferenceStorage" + shape;
    }
}
