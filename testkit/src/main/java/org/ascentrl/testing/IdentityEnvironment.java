package org.ascentrl.testing;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.ascentrl.env.Environment;
import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.env.StepResult;
import org.ascentrl.env.registry.EnvironmentFactory;
import org.ascentrl.env.space.Action;
import org.ascentrl.env.space.Discrete;
import org.ascentrl.random.NumpyGenerator;

/**
 * Shows a state, drawn anew each step; the action that equals it gives reward 1, any other 0. Truncated after a number of
 * steps, which is also the best return.
 */
public final class IdentityEnvironment implements Environment {

    private final EnvironmentSpec spec;
    private final int states;
    private final NumpyGenerator random = new NumpyGenerator(0);
    private int state;

    private IdentityEnvironment(EnvironmentSpec spec, int states) {
        this.spec = spec;
        this.states = states;
    }

    /**
     * The settings.
     *
     * @param states how many states and actions
     * @param steps the length of an episode
     */
    public record Settings(int states, int steps) {}

    /** Makes {@code Identity-v0}. */
    public static EnvironmentFactory factory(Settings s) {
        Discrete space = new Discrete(s.states());
        EnvironmentSpec spec = new EnvironmentSpec(
                "Identity-v0", OptionalInt.of(s.steps()), OptionalDouble.of(0.9 * s.steps()), space, space);
        return EnvironmentFactory.of(spec, () -> new IdentityEnvironment(spec, s.states()));
    }

    @Override
    public EnvironmentSpec spec() {
        return spec;
    }

    @Override
    public float[] reset(long seed) {
        random.reseed(seed);
        return next();
    }

    @Override
    public float[] reset() {
        return next();
    }

    @Override
    public StepResult step(Action action) {
        double reward = action.integer(0) == state ? 1 : 0;
        return new StepResult(next(), reward, false);
    }

    private float[] next() {
        state = random.nextInt(states);
        return oneHot(states, state);
    }

    static float[] oneHot(int size, int one) {
        float[] flat = new float[size];
        flat[one] = 1;
        return flat;
    }
}
