package org.ascentrl.wiring;

import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.ascentrl.env.Environment;
import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.env.registry.EnvironmentFactory;
import org.ascentrl.env.vector.SyncVectorEnvironment;
import org.ascentrl.env.vector.VectorEnvironment;
import org.ascentrl.env.wrapper.StepGuard;

/** The chosen environment with its settings, and around it the chosen wrappers. */
public final class EnvironmentSource {

    private final EnvironmentSpec spec;
    private final Supplier<Environment> single;
    private final IntFunction<VectorEnvironment> vector;

    private EnvironmentSource(
            EnvironmentSpec spec, Supplier<Environment> single, IntFunction<VectorEnvironment> vector) {
        this.spec = spec;
        this.single = single;
        this.vector = vector;
    }

    static <C extends Record> EnvironmentSource of(EnvironmentFactory<C> factory, C settings) {
        return new EnvironmentSource(
                factory.spec(settings), () -> factory.create(settings), slots -> factory.createVector(settings, slots));
    }

    /** This with {@code wrappers} around it, the first innermost. */
    EnvironmentSource wrapped(List<UnaryOperator<Environment>> wrappers) {
        if (wrappers.isEmpty()) {
            return this;
        }
        Supplier<Environment> wrapped = () -> wrapped(single.get(), wrappers);
        IntFunction<VectorEnvironment> vectorOfWrapped = slots -> new SyncVectorEnvironment(
                IntStream.range(0, slots).mapToObj(i -> wrapped.get()).toList());
        try (Environment probe = wrapped.get()) {
            return new EnvironmentSource(probe.spec(), wrapped, vectorOfWrapped);
        }
    }

    /** Guarded anew: a wrapper may end episodes earlier, or take other actions. */
    private static Environment wrapped(Environment bare, List<UnaryOperator<Environment>> wrappers) {
        Environment environment = bare;
        try {
            for (UnaryOperator<Environment> wrapper : wrappers) {
                environment = wrapper.apply(environment);
            }
            return new StepGuard(environment);
        } catch (RuntimeException e) {
            environment.close();
            throw e;
        }
    }

    public EnvironmentSpec spec() {
        return spec;
    }

    public Environment create() {
        return single.get();
    }

    /** So many slots that step together. */
    public VectorEnvironment createVector(int slots) {
        return vector.apply(slots);
    }
}
