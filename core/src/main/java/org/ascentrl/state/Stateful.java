package org.ascentrl.state;

/**
 * Something whose state can be saved and restored: parameters, optimizer moments, running statistics, random streams.
 *
 * <p>{@link #state} names each item once. The same method serves writing and reading: a writer calls the getters, a
 * reader checks every name, shape and type against what was saved and only then calls the setters.
 *
 * <p>Which items and parts are named, and their types, follows from the settings an object was built with and never
 * from its values: a reader names all items before the first one is set. What may be absent or grow is an item of
 * {@linkplain State#any() any} length, empty while there is nothing to save.
 */
public interface Stateful {

    /** Names every item of this object's state to {@code s}, in an order that does not vary. */
    void state(State s);
}
