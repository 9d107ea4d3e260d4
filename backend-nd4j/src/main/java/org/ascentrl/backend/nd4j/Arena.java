package org.ascentrl.backend.nd4j;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ascentrl.tensor.Scope;
import org.ascentrl.tensor.Shape;

/**
 * The owner of native memory: a set of storages for each open scope, above one for retained storages. What a scope ends is
 * used again, by powers of two: to allocate an array and to close it takes ND4J 10 µs.
 */
final class Arena implements AutoCloseable {

    private final Set<Nd4jStorage> retained = new HashSet<>();
    private final Deque<Set<Nd4jStorage>> scopes = new ArrayDeque<>();
    private final Map<Integer, Deque<Block>> free = new HashMap<>();
    private final List<Block> all = new ArrayList<>();

    /** The number of storages that no scope has ended. */
    int live() {
        return retained.size() + scopes.stream().mapToInt(Set::size).sum();
    }

    /** The native memory that is allocated, used or free. */
    long bytes() {
        return all.stream().mapToLong(Block::capacity).sum() * Float.BYTES;
    }

    Scope open() {
        Set<Nd4jStorage> scope = new HashSet<>();
        scopes.push(scope);
        return () -> close(scope);
    }

    /** With it end the scopes that were opened in it and are open still. */
    private void close(Set<Nd4jStorage> scope) {
        if (scopes.stream().anyMatch(open -> open == scope)) {
            Set<Nd4jStorage> inner;
            do {
                inner = scopes.pop();
                inner.forEach(storage -> end(storage.block()));
            } while (inner != scope);
        }
    }

    private void end(Block block) {
        if (block.release()) {
            free(block.capacity()).push(block);
        }
    }

    private Deque<Block> free(int capacity) {
        return free.computeIfAbsent(capacity, c -> new ArrayDeque<>());
    }

    /** A storage whose elements are yet to be written. */
    Nd4jStorage make(Shape shape) {
        int powerOfTwo = Integer.highestOneBit(Math.max(1, shape.size() - 1)) << 1; // negative beyond what an int holds
        int capacity = Math.max(powerOfTwo, shape.size());
        Block block = free(capacity).poll();
        if (block == null) {
            block = new Block(capacity);
            all.add(block);
        }
        return own(new Nd4jStorage(block, shape));
    }

    /** A storage over the same memory. */
    Nd4jStorage view(Nd4jStorage of, Shape shape) {
        return own(new Nd4jStorage(of.block(), shape));
    }

    private Nd4jStorage own(Nd4jStorage storage) {
        storage.block().use();
        (scopes.isEmpty() ? retained : scopes.peek()).add(storage);
        return storage;
    }

    void retain(Nd4jStorage storage) {
        for (Set<Nd4jStorage> scope : scopes) {
            if (scope.remove(storage)) {
                retained.add(storage);
            }
        }
    }

    @Override
    public void close() {
        all.forEach(Block::close);
        all.clear();
        free.clear();
        scopes.clear();
        retained.clear();
    }
}
