package org.ascentrl.env.registry;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.ascentrl.env.Environment;
import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.env.vector.SyncVectorEnvironment;
import org.ascentrl.env.vector.VectorEnvironment;
import org.ascentrl.env.wrapper.StepGuard;
import org.ascentrl.env.wrapper.TimeLimit;

/**
 * Creates environments as registered: with the step limit of their spec and a guard against forbidden calls, as
 * {@code gymnasium.make} adds both. Thread-safe.
 */
public final class EnvironmentFactory {

    private final EnvironmentSpec spec;
    private final Supplier<Environment> single;
    private final IntFunction<VectorEnvironment> vector;

    private EnvironmentFactory(
            EnvironmentSpec spec, Supplier<Environment> single, IntFunction<VectorEnvironment> vector) {
        this.spec = spec;
        this.single = single;
        this.vector = vector;
    }

    /**
     * Returns a factory of environments that step one by one in their vector form.
     *
     * @param bare creates an environment of this spec, without step limit and guard
     */
    public static EnvironmentFactory of(EnvironmentSpec spec, Supplier<? extends Environment> bare) {
        return unregistered(spec, () -> registered(bare.get()));
    }

    /**
     * Returns a factory of environments of a task.
     *
     * @param maxEpisodeSteps the number of steps after which an episode is truncated
     * @param rewardThreshold the mean return at which the task counts as solved
     * @param task creates a task; called once for each environment and vector environment, and once for the spec
     */
    public static EnvironmentFactory of(
            String id, int maxEpisodeSteps, OptionalDouble rewardThreshold, Supplier<? extends Task> task) {
        Task described = task.get();
        EnvironmentSpec spec = new EnvironmentSpec(
                id,
                OptionalInt.of(maxEpisodeSteps),
                rewardThreshold,
                described.observationSpace(),
                described.actionSpace());
        return new EnvironmentFactory(
                spec,
                () -> registered(task.get().environment(spec)),
                slots -> task.get().vector(spec, slots));
    }

    private static EnvironmentFactory unregistered(EnvironmentSpec spec, Supplier<Environment> single) {
        return new EnvironmentFactory(
                spec,
                single,
                slots -> new SyncVectorEnvironment(
                        IntStream.range(0, slots).mapToObj(i -> single.get()).toList()));
    }

    private static Environment registered(Environment bare) {
        OptionalInt limit = bare.spec().maxEpisodeSteps();
        return new StepGuard(limit.isPresent() ? new TimeLimit(bare, limit.getAsInt()) : bare);
    }

    /**
     * Returns a factory of these environments with {@code wrappers} around them, the first innermost.
     *
     * @throws IllegalArgumentException if a wrapper refuses the environment
     */
    public EnvironmentFactory wrapped(List<UnaryOperator<Environment>> wrappers) {
        if (wrappers.isEmpty()) {
            return this;
        }
        Supplier<Environment> wrapped = () -> wrapped(single.get(), wrappers);
        try (Environment probe = wrapped.get()) {
            return unregistered(probe.spec(), wrapped);
        }
    }

    /** Adds another guard: a wrapper may end episodes earlier, or have another action space. */
    private static Environment wrapped(Environment inner, List<UnaryOperator<Environment>> wrappers) {
        Environment environment = inner;
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

    /** Returns the spec of the environments. */
    public EnvironmentSpec spec() {
        return spec;
    }

    /** Returns a new environment. */
    public Environment create() {
        return single.get();
    }

    /** Returns {@code slots} new environments that step together, bit-identical to single ones. */
    public VectorEnvironment createVector(int slots) {
        return vector.apply(slots);
    }
}
