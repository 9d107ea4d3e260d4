package org.ascentrl.testing;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.ascentrl.env.Environment;
import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.env.StepResult;
import org.ascentrl.env.registry.EnvironmentFactory;
import org.ascentrl.env.space.Action;
import org.ascentrl.env.space.MultiDiscrete;
import org.ascentrl.random.NumpyGenerator;

/**
 * Shows several integers, drawn anew each step; the reward is the share of them that the action gives back. Truncated after
 * a number of steps, which is also the best return.
 */
public final class MultiIdentityEnvironment implements Environment {

    private static final MultiDiscrete SPACE = MultiDiscrete.of(new int[] {3, 2}, new int[] {0, 5});

    private final EnvironmentSpec spec;
    private final NumpyGenerator random = new NumpyGenerator(0);
    private Action shown = Action.of(0, 5);

    private MultiIdentityEnvironment(EnvironmentSpec spec) {
        this.spec = spec;
    }

    /**
     * The settings.
     *
     * @param steps the length of an episode
     */
    public record Settings(int steps) {}

    /** Makes {@code MultiIdentity-v0}. */
    public static EnvironmentFactory factory(Settings s) {
        EnvironmentSpec spec = new EnvironmentSpec(
                "MultiIdentity-v0", OptionalInt.of(s.steps()), OptionalDouble.empty(), SPACE, SPACE);
        return EnvironmentFactory.of(spec, () -> new MultiIdentityEnvironment(spec));
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
        double equal = 0;
        for (int i = 0; i < SPACE.integers(); i++) {
            equal += action.integer(i) == shown.integer(i) ? 1 : 0;
        }
        return new StepResult(next(), equal / SPACE.integers(), false);
    }

    private float[] next() {
        shown = SPACE.sample(random);
        return SPACE.flat(shown);
    }
}
