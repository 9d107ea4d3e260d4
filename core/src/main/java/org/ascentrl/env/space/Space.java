package org.ascentrl.env.space;

import org.ascentrl.random.NumpyGenerator;

/**
 * The set that observations or actions come from, as Gymnasium defines it. Spaces are equal when they hold the same
 * elements. All are immutable.
 *
 * <p>An observation is the space's flat view: the numbers of a box in row-major order, one-hot for a discrete space, one
 * part after the other for what is composed. An {@link Action} has {@link #integers()} integers and {@link #reals()} real
 * numbers, each in the order of the parts.
 */
public sealed interface Space permits Discrete, MultiDiscrete, MultiBinary, Box, Dict, Tuple {

    /** The length of the flat view. */
    int flatSize();

    /** Returns whether {@code flat} is the flat view of an element. */
    boolean containsFlat(float[] flat);

    /** The number of integers of an action. */
    int integers();

    /** The number of real numbers of an action. */
    int reals();

    /** The number of entries of an action mask: one for each choice of each integer of an action, one after the other. */
    int choices();

    boolean contains(Action action);

    /**
     * The flat view of an element.
     *
     * @throws IllegalArgumentException if it is not in the space
     */
    float[] flat(Action element);

    /**
     * An element drawn as Gymnasium's {@code sample} draws it from the same generator. The parts of {@link Dict} and
     * {@link Tuple} draw in order from the one generator, where Gymnasium gives each its own.
     */
    Action sample(NumpyGenerator random);

    /**
     * An element drawn from those that a mask allows, each choice alike.
     *
     * @param mask one entry for each of {@link #choices()}
     * @throws IllegalArgumentException if the mask forbids all choices of an integer
     */
    Action sample(NumpyGenerator random, boolean[] mask);
}
