package org.ascentrl.testing;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.ascentrl.env.Environment;
import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.env.StepResult;
import org.ascentrl.env.registry.EnvironmentFactory;
import org.ascentrl.env.space.Action;
import org.ascentrl.env.space.Box;
import org.ascentrl.env.space.Discrete;

/** Fails in one step of each episode. Before it, the observation is the share of its steps that are over, the reward 1. */
public final class FaultyEnvironment implements Environment {

    /** The message of what {@link Fault#EXCEPTION} throws. */
    public static final String MESSAGE = "the motor is stuck";

    private static final int STEPS = 20;

    private final EnvironmentSpec spec;
    private final Settings settings;
    private int steps;

    private FaultyEnvironment(EnvironmentSpec spec, Settings settings) {
        this.spec = spec;
        this.settings = settings;
    }

    /** The way in which it fails. */
    public enum Fault {
        /** Throws an {@link IllegalStateException}. */
        EXCEPTION,
        NAN_OBSERVATION,
        NAN_REWARD,
        /** Returns an observation of two numbers where one is due. */
        LONG_OBSERVATION
    }

    /**
     * The settings.
     *
     * @param step in which step of an episode it fails, from 1; 0 is the reset
     */
    public record Settings(Fault fault, int step) {}

    /** Makes {@code Faulty-v0}, truncated after 20 steps. */
    public static EnvironmentFactory factory(Settings s) {
        EnvironmentSpec spec = new EnvironmentSpec(
                "Faulty-v0", OptionalInt.of(STEPS), OptionalDouble.empty(), Box.of(0, 1, 1), new Discrete(2));
        return EnvironmentFactory.of(spec, () -> new FaultyEnvironment(spec, s));
    }

    @Override
    public EnvironmentSpec spec() {
        return spec;
    }

    @Override
    public float[] reset(long seed) {
        return reset();
    }

    @Override
    public float[] reset() {
        steps = 0;
        return observation();
    }

    @Override
    public StepResult step(Action action) {
        steps++;
        return new StepResult(observation(), failsWith(Fault.NAN_REWARD) ? Double.NaN : 1, false);
    }

    private float[] observation() {
        if (failsWith(Fault.EXCEPTION)) {
            throw new IllegalStateException(MESSAGE);
        }
        if (failsWith(Fault.LONG_OBSERVATION)) {
            return new float[2];
        }
        return new float[] {failsWith(Fault.NAN_OBSERVATION) ? Float.NaN : (float) steps / STEPS};
    }

    private boolean failsWith(Fault fault) {
        return settings.fault() == fault && settings.step() == steps;
    }
}
