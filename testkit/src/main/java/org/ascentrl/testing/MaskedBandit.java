package org.ascentrl.testing;

import java.util.Arrays;
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
 * Arm i gives reward i; each step one arm, drawn anew and shown, is masked, and refused when it is chosen. The best play is
 * the highest arm that is allowed. Truncated after a number of steps.
 */
public final class MaskedBandit implements Environment {

    private final EnvironmentSpec spec;
    private final int arms;
    private final NumpyGenerator random = new NumpyGenerator(0);
    private int masked;

    private MaskedBandit(EnvironmentSpec spec, int arms) {
        this.spec = spec;
        this.arms = arms;
    }

    /**
     * The settings.
     *
     * @param arms how many, at least 2
     * @param steps the length of an episode
     */
    public record Settings(int arms, int steps) {}

    /** Makes {@code MaskedBandit-v0}. */
    public static EnvironmentFactory factory(Settings s) {
        Discrete arms = new Discrete(s.arms());
        EnvironmentSpec spec =
                new EnvironmentSpec("MaskedBandit-v0", OptionalInt.of(s.steps()), OptionalDouble.empty(), arms, arms);
        return EnvironmentFactory.of(spec, () -> new MaskedBandit(spec, s.arms()));
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
        int arm = action.integer(0);
        if (arm == masked) {
            throw new IllegalArgumentException(spec.id() + ": arm " + arm + " is masked");
        }
        return new StepResult(next(), arm, false);
    }

    @Override
    public void actionMask(boolean[] out) {
        Arrays.fill(out, true);
        out[masked] = false;
    }

    private float[] next() {
        masked = random.nextInt(arms);
        return IdentityEnvironment.oneHot(arms, masked);
    }
}
