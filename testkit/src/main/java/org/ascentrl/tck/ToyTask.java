package org.ascentrl.tck;

import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.env.registry.EnvironmentFactory;
import org.ascentrl.env.vector.VectorEnvironment;
import org.ascentrl.testing.Bandit;
import org.ascentrl.testing.ContinuousIdentityEnvironment;
import org.ascentrl.testing.IdentityEnvironment;
import org.ascentrl.testing.MaskedBandit;
import org.ascentrl.testing.MultiIdentityEnvironment;

/** Tasks that an algorithm learns in seconds, and what counts as learned. */
public enum ToyTask {
    /** One of four arms is better than the others. */
    BANDIT(0.9, 4_000),
    /** Choose what is shown: the best return is 10. */
    IDENTITY(9, 20_000),
    /** Choose the two that are shown: the best return is 10. */
    MULTI_IDENTITY(9, 20_000),
    /** Give back the number that is shown, 10 times: the best return is 0. */
    CONTINUOUS_IDENTITY(-0.5, 40_000),
    /** The best of four arms that is allowed: play at random gives 15 on average, the best play 27.5. */
    MASKED_BANDIT(25, 20_000);

    private final double goal;
    private final long steps;

    ToyTask(double goal, long steps) {
        this.goal = goal;
        this.steps = steps;
    }

    private EnvironmentFactory environment() {
        return switch (this) {
            case BANDIT -> Bandit.factory(new Bandit.Settings(4, 0.3));
            case IDENTITY -> IdentityEnvironment.factory(new IdentityEnvironment.Settings(4, 10));
            case MULTI_IDENTITY -> MultiIdentityEnvironment.factory(new MultiIdentityEnvironment.Settings(10));
            case CONTINUOUS_IDENTITY ->
                ContinuousIdentityEnvironment.factory(new ContinuousIdentityEnvironment.Settings(10));
            case MASKED_BANDIT -> MaskedBandit.factory(new MaskedBandit.Settings(4, 10));
        };
    }

    public EnvironmentSpec spec() {
        return environment().spec();
    }

    public VectorEnvironment vector(int slots) {
        return environment().createVector(slots);
    }

    /** The mean return of greedy play that counts as learned. */
    public double goal() {
        return goal;
    }

    /** The budget of steps in which most algorithms learn it. */
    public long steps() {
        return steps;
    }
}
