package org.ascentrl.actor;

import java.util.random.RandomGenerator;
import org.ascentrl.settings.Setting;

/**
 * What is added to the actions of a deterministic policy so that it explores, where −1 and 1 are the bounds.
 *
 * @see <a href="https://doi.org/10.1103/PhysRev.36.823">Uhlenbeck and Ornstein 1930</a>
 */
public record ActionNoise(
        @Setting("gaussian: independent in each step; ornstein-uhlenbeck: drifts from step to step, and starts at 0")
        Kind kind,

        @Setting(value = "σ: the deviation, where the bounds of an action are −1 and 1", min = 0)
        double deviation,

        @Setting(value = "θ: how fast ornstein-uhlenbeck noise goes back to 0", min = 0)
        double reversion,

        @Setting(value = "Δt: the time that ornstein-uhlenbeck noise takes a step to be", min = 0, exclusiveMin = true)
        double timeStep) {

    public enum Kind {
        GAUSSIAN,
        ORNSTEIN_UHLENBECK
    }

    /** Independent in each step. */
    public static ActionNoise gaussian(double deviation) {
        return new ActionNoise(Kind.GAUSSIAN, deviation, 0, 1);
    }

    /** Whether it is a function of what it was in the step before. */
    boolean remembers() {
        return kind == Kind.ORNSTEIN_UHLENBECK;
    }

    /** x_t: N(0, σ²), or x_{t−1} − θ x_{t−1} Δt + σ √Δt N(0, 1). */
    double next(double last, RandomGenerator random) {
        double normal = random.nextGaussian();
        return switch (kind) {
            case GAUSSIAN -> deviation * normal;
            case ORNSTEIN_UHLENBECK -> last - reversion * last * timeStep + deviation * Math.sqrt(timeStep) * normal;
        };
    }
}
