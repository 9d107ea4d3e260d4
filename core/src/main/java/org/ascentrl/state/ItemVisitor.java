package org.ascentrl.state;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The base of writer and reader: full names, checks of the items of an object, and one method for all types. */
abstract class ItemVisitor implements State {

    private final Set<String> named = new HashSet<>();
    private String prefix = "";

    /** One item under its full name; the arrays as little-endian bytes. The getter's result and the setter's argument are copies. */
    abstract void item(String name, DType dtype, int[] shape, Supplier<byte[]> get, Consumer<byte[]> set);

    @Override
    public final void floats(String name, int[] shape, Supplier<float[]> get, Consumer<float[]> set) {
        String full = checked(name, shape);
        item(
                full,
                DType.F32,
                shape,
                () -> LittleEndian.bytes(full, get.get()),
                bytes -> set.accept(LittleEndian.floats(bytes)));
    }

    @Override
    public final void doubles(String name, int[] shape, Supplier<double[]> get, Consumer<double[]> set) {
        String full = checked(name, shape);
        item(
                full,
                DType.F64,
                shape,
                () -> LittleEndian.bytes(full, get.get()),
                bytes -> set.accept(LittleEndian.doubles(bytes)));
    }

    @Override
    public final void longs(String name, int[] shape, Supplier<long[]> get, Consumer<long[]> set) {
        String full = checked(name, shape);
        item(
                full,
                DType.I64,
                shape,
                () -> LittleEndian.bytes(full, get.get()),
                bytes -> set.accept(LittleEndian.longs(bytes)));
    }

    @Override
    public final void bytes(String name, int[] shape, Supplier<byte[]> get, Consumer<byte[]> set) {
        item(checked(name, shape), DType.U8, shape, () -> get.get().clone(), bytes -> set.accept(bytes.clone()));
    }

    @Override
    public final void part(String name, Stateful part) {
        String outer = prefix;
        prefix = full(name) + ".";
        part.state(this);
        prefix = outer;
    }

    private String checked(String name, int[] shape) {
        String full = full(name);
        if (!named.add(full)) {
            throw new IllegalStateException(
                    "Item %s is named twice; name each item of an object once.".formatted(Names.quoted(full)));
        }
        for (int extent : shape) {
            if (extent < -1) {
                throw new IllegalStateException(
                        "Item %s has an axis of extent %d; allowed are 0 and more, or -1 for any."
                                .formatted(Names.quoted(full), extent));
            }
        }
        return full;
    }

    private String full(String name) {
        if (name.isEmpty()) {
            throw new IllegalStateException("An item or part %s has an empty name; give it one."
                    .formatted(prefix.isEmpty() ? "of the object" : "under " + Names.quoted(prefix)));
        }
        if (!Names.isUnicode(name)) {
            throw new IllegalStateException("Item %s has an unpaired surrogate in its name, which has no UTF-8 form."
                    .formatted(Names.quoted(prefix + name)));
        }
        return prefix + name;
    }
}
