package org.ascentrl.env.space;

import org.ascentrl.random.NumpyGenerator;

/**
 * A set of observations or actions, as Gymnasium defines it. Spaces are equal if they have the same elements. All are
 * immutable.
 *
 * <p>An observation is a flat view of an element: the numbers of a box in row-major order, a one-hot vector for a
 * discrete space, and for composite spaces the flat views of the parts, joined. An {@link Action} has
 * {@link #integers()} integers and {@link #reals()} real numbers, each in the order of the parts.
 */
public sealed interface Space permits Discrete, MultiDiscrete, MultiBinary, Box, Dict, Tuple {

    /** Returns the length of the flat view. */
    int flatSize();

    /** Returns whether {@code flat} is the flat view of an element. */
    boolean containsFlat(float[] flat);

    /** Returns the number of integers of an action. */
    int integers();

    /** Returns the number of real numbers of an action. */
    int reals();

    /**
     * Returns the length of an action mask: an entry for each choice of the first integer of an action, then for those
     * of the second, and so on.
     */
    int choices();

    boolean contains(Action action);

    /**
     * Returns the flat view of an element.
     *
     * @throws IllegalArgumentException if the element is not in the space
     */
    float[] flat(Action element);

    /**
     * Draws an element, as Gymnasium's {@code sample} does from the same generator. The parts of {@link Dict} and
     * {@link Tuple} draw in order from the same generator, whereas Gymnasium gives each its own.
     */
    Action sample(NumpyGenerator random);

    /**
     * Draws an element from the valid choices of an action mask, each with the same probability.
     *
     * @param mask one entry for each of {@link #choices()}
     * @throws IllegalArgumentException if an integer has no valid choice
     */
    Action sample(NumpyGenerator random, boolean[] mask);
}
