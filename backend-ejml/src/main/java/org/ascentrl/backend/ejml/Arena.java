package org.ascentrl.backend.ejml;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.ascentrl.tensor.Scope;
import org.ascentrl.tensor.Shape;

/**
 * The memory of one backend. Arrays that storages took inside a scope are used again once the scope is closed: a fresh
 * array is one that the processor's caches do not hold, and costs more than what is computed in it. Small arrays, and
 * those taken outside any scope, are left to the garbage collector.
 */
final class Arena {

    /** From how many elements on arrays are kept. */
    static final int KEPT_FROM = 512;

    private static final int KEPT_UP_TO = 1 << 28;

    private final int keptFrom;
    private final List<EjmlStorage> taken = new ArrayList<>();
    private final List<Deque<float[]>> free = new ArrayList<>();
    private int openScopes;

    Arena(int keptFrom) {
        this.keptFrom = keptFrom;
        for (int i = 0; i < Integer.SIZE; i++) {
            free.add(new ArrayDeque<>());
        }
    }

    /** A storage for results: its elements are anything. */
    EjmlStorage take(Shape shape) {
        int size = shape.size();
        if (size < keptFrom || size > KEPT_UP_TO || openScopes == 0) {
            return new EjmlStorage(new float[size], shape);
        }
        int sizeClass = sizeClass(size);
        float[] array = free.get(sizeClass).poll();
        EjmlStorage storage = new EjmlStorage(array == null ? new float[1 << sizeClass] : array, shape);
        taken.add(storage);
        return storage;
    }

    /** The exponent of the next power of two. */
    private static int sizeClass(int size) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(size, 1) - 1);
    }

    Scope open() {
        openScopes++;
        return new Opened(taken.size());
    }

    /** Forgets everything; open scopes may be closed later, without effect. */
    void close() {
        taken.clear();
        free.forEach(Deque::clear);
    }

    private final class Opened implements Scope {

        private final int mark;
        private boolean open = true;

        Opened(int mark) {
            this.mark = mark;
        }

        @Override
        public void close() {
            if (!open) {
                return;
            }
            open = false;
            openScopes--;
            for (int i = taken.size() - 1; i >= mark; i--) {
                float[] array = taken.remove(i).release();
                if (array != null) {
                    free.get(sizeClass(array.length)).push(array);
                }
            }
        }
    }
}
