package org.ascentrl.env;

import java.util.ArrayList;
import java.util.List;
import org.ascentrl.random.NumpyGenerator;
import org.jspecify.annotations.Nullable;

/** What must be refused, and whether it was. */
final class EnvironmentCheckerMisuse {

    private EnvironmentCheckerMisuse() {}

    /** What a forbidden call did instead of throwing the exception that is due, or null. */
    static @Nullable String refused(Class<? extends RuntimeException> due, String call, Runnable body) {
        try {
            body.run();
        } catch (RuntimeException e) {
            return due.isInstance(e) ? null : call + " threw " + e;
        }
        return call + " was carried out";
    }

    /** Actions that are not in a space, by their kind, number or value. */
    static List<Action> forbidden(Space space) {
        List<Action> actions = new ArrayList<>(List.of(Action.of(new int[0]), Action.of(new int[2]), Action.of(0.5f)));
        if (space instanceof Discrete discrete) {
            actions.add(Action.of(discrete.start() - 1));
            actions.add(Action.of(discrete.start() + discrete.n()));
        }
        if (space instanceof Box box) {
            actions.add(Action.of(0));
            Action sample = box.sample(new NumpyGenerator(0));
            for (float x : new float[] {Math.nextUp(box.high(0)), Math.nextDown(box.low(0)), Float.NaN}) {
                float[] reals = new float[box.reals()];
                for (int i = 0; i < reals.length; i++) {
                    reals[i] = i == 0 ? x : sample.real(i);
                }
                actions.add(Action.of(reals));
            }
        }
        return actions.stream().filter(action -> !space.contains(action)).toList();
    }
}
