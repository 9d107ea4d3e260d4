package org.ascentrl.env.space;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ascentrl.random.NumpyGenerator;

/** A composite of named spaces, in the order of their names: an element has a part of each. */
public final class Dict implements Space {

    private final TreeMap<String, Space> spaces;
    private final Tuple values;

    /**
     * @param spaces at least one
     * @throws IllegalArgumentException if there is none
     */
    public Dict(Map<String, ? extends Space> spaces) {
        if (spaces.isEmpty()) {
            throw new IllegalArgumentException("Dict: there must be at least one space");
        }
        this.spaces = new TreeMap<>(spaces);
        values = new Tuple(this.spaces.values().stream().toList());
    }

    /** Returns the spaces by name, in the order of the names. */
    public SortedMap<String, Space> spaces() {
        return Collections.unmodifiableSortedMap(spaces);
    }

    /** Returns the spaces as a tuple, in the order of the names. */
    public Tuple values() {
        return values;
    }

    /**
     * Returns the space of a name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Space get(String name) {
        return values.parts().get(index(name));
    }

    /**
     * The index in the flat view at which the numbers of a name begin.
     *
     * @throws IllegalArgumentException if there is no such name
     */
    public int offset(String name) {
        return values.offset(index(name));
    }

    private int index(String name) {
        if (!spaces.containsKey(name)) {
            throw new IllegalArgumentException(
                    "Dict: there is no " + name + ", only " + String.join(", ", spaces.keySet()));
        }
        return spaces.headMap(name).size();
    }

    @Override
    public int flatSize() {
        return values.flatSize();
    }

    @Override
    public boolean containsFlat(float[] flat) {
        return values.containsFlat(flat);
    }

    @Override
    public float[] flat(Action element) {
        Spaces.requireContained(this, element);
        return values.flat(element);
    }

    @Override
    public int integers() {
        return values.integers();
    }

    @Override
    public int reals() {
        return values.reals();
    }

    @Override
    public int choices() {
        return values.choices();
    }

    @Override
    public boolean contains(Action action) {
        return values.contains(action);
    }

    @Override
    public Action sample(NumpyGenerator random) {
        return values.sample(random);
    }

    @Override
    public Action sample(NumpyGenerator random, boolean[] mask) {
        Spaces.requireMask(this, mask);
        return values.sample(random, mask);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Dict dict && spaces.equals(dict.spaces);
    }

    @Override
    public int hashCode() {
        return spaces.hashCode();
    }

    /** As {@code Dict(goal: Discrete(2), image: Box(0.0, 1.0, [4, 4]))}. */
    @Override
    public String toString() {
        return spaces.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue())
                .collect(Collectors.joining(", ", "Dict(", ")"));
    }
}
