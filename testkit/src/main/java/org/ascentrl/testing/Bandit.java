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

/** Arms of which the last gives 1 and any other 0, both with normal noise. An episode is one step, and terminates. */
public final class Bandit implements Environment {

    private final EnvironmentSpec spec;
    private final Settings settings;
    private final NumpyGenerator random = new NumpyGenerator(0);

    private Bandit(EnvironmentSpec spec, Settings settings) {
        this.spec = spec;
        this.settings = settings;
    }

    /**
     * The settings.
     *
     * @param arms how many
     * @param noise the standard deviation of a reward
     */
    public record Settings(int arms, double noise) {}

    /** Makes {@code Bandit-v0}. */
    public static EnvironmentFactory factory(Settings s) {
        EnvironmentSpec spec = new EnvironmentSpec(
                "Bandit-v0", OptionalInt.empty(), OptionalDouble.of(0.9), new Discrete(1), new Discrete(s.arms()));
        return EnvironmentFactory.of(spec, () -> new Bandit(spec, s));
    }

    @Override
    public EnvironmentSpec spec() {
        return spec;
    }

    @Override
    public float[] reset(long seed) {
        random.reseed(seed);
        return reset();
    }

    @Override
    public float[] reset() {
        return new float[] {1};
    }

    @Override
    public StepResult step(Action action) {
        double mean = action.integer(0) == settings.arms() - 1 ? 1 : 0;
        return new StepResult(new float[] {1}, random.normal(mean, settings.noise()), true);
    }
}
