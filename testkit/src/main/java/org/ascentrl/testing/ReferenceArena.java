package org.ascentrl.testing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.ascentrl.tensor.Scope;
import org.ascentrl.tensor.Shape;
import org.ascentrl.tensor.Storage;
import org.jspecify.annotations.Nullable;

/** The life of the storages of one backend: who may use them, and until when. */
final class ReferenceArena {

    private final ReferenceBackend owner;
    private final Thread maker = Thread.currentThread();
    private final Deque<ReferenceScope> scopes = new ArrayDeque<>();
    private int live;
    private boolean closed;

    ReferenceArena(ReferenceBackend owner) {
        this.owner = owner;
    }

    int live() {
        return live;
    }

    Storage made(String operation, Shape shape, double[] values, float @Nullable [] wrapped) {
        checkUsable(operation);
        ReferenceStorage storage = new ReferenceStorage(owner, shape, values, wrapped);
        live++;
        if (!scopes.isEmpty()) {
            scopes.peek().made.add(storage);
        }
        return storage;
    }

    /** The elements of {@code a}, not a copy, if it may be used. */
    double[] read(String operation, Storage a) {
        ReferenceStorage storage = own(operation, a);
        if (storage.wrappedArrayChanged()) {
            throw new IllegalStateException(operation + ": the array of a wrapped storage of shape " + a.shape()
                    + " was changed. Leave it alone until the scope closes, or use copyOf.");
        }
        return storage.values();
    }

    /** The elements of {@code a}, to be changed in place. */
    double[] write(String operation, Storage a) {
        double[] values = read(operation, a);
        own(operation, a).unwrap();
        return values;
    }

    /** {@code a}, if it lives and belongs to this backend and thread. */
    ReferenceStorage own(String operation, Storage a) {
        checkUsable(operation);
        if (!(a instanceof ReferenceStorage storage) || storage.owner() != owner) {
            throw new IllegalArgumentException(
                    operation + ": a storage of shape " + a.shape() + " belongs to another backend");
        }
        if (storage.isDead()) {
            throw new IllegalStateException(operation + ": a storage of shape " + a.shape()
                    + " is used after its scope closed. Retain it, or use it inside the scope.");
        }
        return storage;
    }

    Scope openScope() {
        checkUsable("openScope");
        ReferenceScope scope = new ReferenceScope();
        scopes.push(scope);
        return scope;
    }

    void close() {
        closed = true;
        live = 0;
    }

    private void checkUsable(String operation) {
        if (Thread.currentThread() != maker) {
            throw new IllegalStateException(operation + ": this backend belongs to thread " + maker.getName()
                    + ", not to " + Thread.currentThread().getName() + ". Make one for each thread.");
        }
        if (closed) {
            throw new IllegalStateException(operation + ": this backend is closed");
        }
    }

    private final class ReferenceScope implements Scope {

        private final List<ReferenceStorage> made = new ArrayList<>();
        private boolean open = true;

        @Override
        public void close() {
            if (!open) {
                return;
            }
            checkUsable("closing a scope");
            if (scopes.peek() != this) {
                throw new IllegalStateException("closing a scope: one that was opened inside it is still open");
            }
            scopes.pop();
            open = false;
            for (ReferenceStorage storage : made) {
                if (storage.dieWithScope()) {
                    live--;
                }
            }
        }
    }
}
