package org.ascentrl.env.space;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.ascentrl.random.NumpyGenerator;

/**
 * A composite of spaces in order: an element has a part of each.
 *
 * @param parts at least one
 */
public record Tuple(List<Space> parts) implements Space {

    public Tuple {
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("Tuple: there must be at least one space");
        }
        parts = List.copyOf(parts);
    }

    public static Tuple of(Space... parts) {
        return new Tuple(List.of(parts));
    }

    /** The index in the flat view at which the numbers of part {@code i} begin. */
    public int offset(int i) {
        return parts.subList(0, i).stream().mapToInt(Space::flatSize).sum();
    }

    @Override
    public int flatSize() {
        return sum(Space::flatSize);
    }

    @Override
    public int integers() {
        return sum(Space::integers);
    }

    @Override
    public int reals() {
        return sum(Space::reals);
    }

    @Override
    public int choices() {
        return sum(Space::choices);
    }

    private int sum(ToIntFunction<Space> count) {
        return parts.stream().mapToInt(count).reduce(0, Math::addExact);
    }

    @Override
    public boolean containsFlat(float[] flat) {
        boolean contained = flat.length == flatSize();
        int from = 0;
        for (int i = 0; contained && i < parts.size(); i++) {
            int size = parts.get(i).flatSize();
            contained = parts.get(i).containsFlat(Arrays.copyOfRange(flat, from, from + size));
            from += size;
        }
        return contained;
    }

    @Override
    public float[] flat(Action element) {
        Spaces.requireContained(this, element);
        float[] flat = new float[flatSize()];
        int from = 0;
        for (int i = 0; i < parts.size(); i++) {
            float[] part = parts.get(i).flat(part(element, i));
            System.arraycopy(part, 0, flat, from, part.length);
            from += part.length;
        }
        return flat;
    }

    @Override
    public boolean contains(Action action) {
        boolean contained = action.integers() == integers() && action.reals() == reals();
        for (int i = 0; contained && i < parts.size(); i++) {
            contained = parts.get(i).contains(part(action, i));
        }
        return contained;
    }

    /** Returns part {@code i} of an element. */
    public Action part(Action element, int i) {
        List<Space> before = parts.subList(0, i);
        return element.slice(
                before.stream().mapToInt(Space::integers).sum(),
                parts.get(i).integers(),
                before.stream().mapToInt(Space::reals).sum(),
                parts.get(i).reals());
    }

    @Override
    public Action sample(NumpyGenerator random) {
        return joined(parts.stream().map(part -> part.sample(random)).toList());
    }

    @Override
    public Action sample(NumpyGenerator random, boolean[] mask) {
        Spaces.requireMask(this, mask);
        Action[] samples = new Action[parts.size()];
        int from = 0;
        for (int i = 0; i < samples.length; i++) {
            int choices = parts.get(i).choices();
            samples[i] = parts.get(i).sample(random, Arrays.copyOfRange(mask, from, from + choices));
            from += choices;
        }
        return joined(List.of(samples));
    }

    private Action joined(List<Action> elements) {
        int[] integers = new int[integers()];
        float[] reals = new float[reals()];
        int i = 0;
        int r = 0;
        for (Action element : elements) {
            for (int k = 0; k < element.integers(); k++) {
                integers[i++] = element.integer(k);
            }
            for (int k = 0; k < element.reals(); k++) {
                reals[r++] = element.real(k);
            }
        }
        return Action.of(integers, reals);
    }

    /** As {@code Tuple(Discrete(2), Box(-1.0, 1.0, [3]))}. */
    @Override
    public String toString() {
        return parts.stream().map(Space::toString).collect(Collectors.joining(", ", "Tuple(", ")"));
    }
}
