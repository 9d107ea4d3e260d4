package org.ascentrl.wiring;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The parts that settings chose of each kind, bound to their options. */
final class Parts {

    private final Map<Kind<?, ?>, List<? extends Function<?, ?>>> chosen = new HashMap<>();

    <S, T> void put(Kind<S, T> kind, List<Function<S, T>> makers) {
        chosen.put(kind, makers);
    }

    /** Returns what makes each that was chosen of its setup; none where the choice has problems. */
    @SuppressWarnings("unchecked") // put with the types of its kind
    <S, T> List<Function<S, T>> of(Kind<S, T> kind) {
        return (List<Function<S, T>>) chosen.getOrDefault(kind, List.of());
    }

    /** Makes the one that was chosen. */
    <S, T> T make(Kind<S, T> kind, S setup) {
        return of(kind).get(0).apply(setup);
    }
}
