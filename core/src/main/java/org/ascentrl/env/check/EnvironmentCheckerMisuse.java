package org.ascentrl.env.check;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ascentrl.env.space.Action;
import org.ascentrl.env.space.Box;
import org.ascentrl.env.space.Dict;
import org.ascentrl.env.space.Discrete;
import org.ascentrl.env.space.MultiDiscrete;
import org.ascentrl.env.space.Space;
import org.ascentrl.env.space.Tuple;
import org.ascentrl.random.NumpyGenerator;
import org.jspecify.annotations.Nullable;

/** Calls that an environment must refuse. */
public final class EnvironmentCheckerMisuse {

    private EnvironmentCheckerMisuse() {}

    /** Returns null if a forbidden call threw the required exception, else a description of its behavior. */
    static @Nullable String refused(Class<? extends RuntimeException> due, String call, Runnable body) {
        try {
            body.run();
        } catch (RuntimeException e) {
            return due.isInstance(e) ? null : call + " threw " + e;
        }
        return call + " was carried out";
    }

    /** Returns actions outside a space: of a wrong type, length or value. */
    public static List<Action> forbidden(Space space) {
        List<Action> actions =
                new ArrayList<>(List.of(Action.of(new int[0]), Action.of(new int[2]), Action.of(0), Action.of(0.5f)));
        Action sample = space.sample(new NumpyGenerator(0));
        int i = 0;
        int r = 0;
        for (Space part : parts(space).toList()) {
            if (part instanceof Box box) {
                for (float x : new float[] {Math.nextUp(box.high(0)), Math.nextDown(box.low(0)), Float.NaN}) {
                    actions.add(withReal(sample, r, x));
                }
            } else {
                for (int x : new int[] {Integer.MIN_VALUE, first(part) - 1, last(part) + 1, Integer.MAX_VALUE}) {
                    actions.add(withInteger(sample, i, x));
                }
            }
            i += part.integers();
            r += part.reals();
        }
        return actions.stream().filter(action -> !space.contains(action)).toList();
    }

    private static Stream<Space> parts(Space space) {
        if (space instanceof Dict dict) {
            return parts(dict.values());
        }
        return space instanceof Tuple tuple
                ? tuple.parts().stream().flatMap(EnvironmentCheckerMisuse::parts)
                : Stream.of(space);
    }

    /** The first value of the first integer. */
    private static int first(Space space) {
        if (space instanceof Discrete discrete) {
            return discrete.start();
        }
        return space instanceof MultiDiscrete several ? several.start(0) : 0;
    }

    private static int last(Space space) {
        if (space instanceof Discrete discrete) {
            return discrete.start() + (discrete.n() - 1);
        }
        return space instanceof MultiDiscrete several ? several.start(0) + (several.n(0) - 1) : 1;
    }

    private static Action withInteger(Action action, int index, int value) {
        int[] integers = integers(action);
        integers[index] = value;
        return Action.of(integers, reals(action));
    }

    private static Action withReal(Action action, int index, float value) {
        float[] reals = reals(action);
        reals[index] = value;
        return Action.of(integers(action), reals);
    }

    private static int[] integers(Action action) {
        return IntStream.range(0, action.integers()).map(action::integer).toArray();
    }

    private static float[] reals(Action action) {
        float[] reals = new float[action.reals()];
        for (int i = 0; i < reals.length; i++) {
            reals[i] = action.real(i);
        }
        return reals;
    }
}
