package org.ascentrl.env;

import org.ascentrl.random.NumpyGenerator;

/**
 * The set that observations or actions come from, as Gymnasium defines it. Spaces are equal when they hold the same
 * elements.
 *
 * <p>An observation is the space's flat view: the numbers of a box in row-major order, one-hot for a discrete space. An
 * {@link Action} has {@link #integers()} integers and {@link #reals()} real numbers.
 */
public sealed interface Space permits Discrete, Box {

    /** The length of the flat view. */
    int flatSize();

    /** Whether {@code flat} is the flat view of an element. */
    boolean containsFlat(float[] flat);

    /** How many integers an action has. */
    int integers();

    /** How many real numbers an action has. */
    int reals();

    /** How many choices an action mask has an entry for. */
    int choices();

    boolean contains(Action action);

    /** An element drawn as Gymnasium's {@code sample} draws it from the same generator. */
    Action sample(NumpyGenerator random);
}
