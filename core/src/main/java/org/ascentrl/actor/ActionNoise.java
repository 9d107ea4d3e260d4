package org.ascentrl.actor;

import java.util.random.RandomGenerator;
import org.ascentrl.settings.Setting;
import org.ascentrl.settings.WithMethods;

/**
 * Exploration noise that is added to the actions of a deterministic policy, in units where the bounds are −1 and 1.
 *
 * @see <a href="https://doi.org/10.1103/PhysRev.36.823">Uhlenbeck and Ornstein 1930</a>
 */
@WithMethods
public record ActionNoise(
        @Setting("gaussian: independent in each step; ornstein-uhlenbeck: correlated in time, starting at 0")
        Kind kind,

        @Setting(value = "σ, the standard deviation, where the bounds of an action are −1 and 1", min = 0)
        double std,

        @Setting(value = "θ, the rate of mean reversion of ornstein-uhlenbeck noise", min = 0)
        double theta,

        @Setting(value = "Δt, the time step of ornstein-uhlenbeck noise", min = 0, exclusiveMin = true)
        double dt)
        implements ActionNoiseBuilder.With {

    public enum Kind {
        GAUSSIAN,
        ORNSTEIN_UHLENBECK
    }

    /** Returns noise that is independent in each step. */
    public static ActionNoise gaussian(double std) {
        return new ActionNoise(Kind.GAUSSIAN, std, 0, 1);
    }

    /** Returns true if the noise depends on that of the step before. */
    boolean isCorrelated() {
        return kind == Kind.ORNSTEIN_UHLENBECK;
    }

    /** Draws x_t: N(0, σ²), or x_{t−1} − θ x_{t−1} Δt + σ √Δt N(0, 1). */
    double next(double last, RandomGenerator random) {
        double normal = random.nextGaussian();
        return switch (kind) {
            case GAUSSIAN -> std * normal;
            case ORNSTEIN_UHLENBECK -> last - theta * last * dt + std * Math.sqrt(dt) * normal;
        };
    }
}
