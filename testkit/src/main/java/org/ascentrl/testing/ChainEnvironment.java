package org.ascentrl.testing;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.ascentrl.env.Environment;
import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.env.StepResult;
import org.ascentrl.env.registry.EnvironmentFactory;
import org.ascentrl.env.space.Action;
import org.ascentrl.env.space.Discrete;

/**
 * States in a row, from the left end of which an episode starts: action 1 goes to the right, action 0 to the left, where
 * there is room. Terminates at the right end; truncated after a number of steps. Nothing is random.
 *
 * <p>With k steps to go to the end, reward r for each and R more for the last, the return discounted by γ is
 * r (1 − γ<sup>k</sup>) / (1 − γ) + γ<sup>k−1</sup> R.
 */
public final class ChainEnvironment implements Environment {

    /** The action that goes to the left. */
    public static final Action LEFT = Action.of(0);

    /** The action that goes to the right. */
    public static final Action RIGHT = Action.of(1);

    private final EnvironmentSpec spec;
    private final Settings settings;
    private int state;

    private ChainEnvironment(EnvironmentSpec spec, Settings settings) {
        this.spec = spec;
        this.settings = settings;
    }

    /**
     * The settings.
     *
     * @param states how many, at least 2
     * @param steps after how many steps an episode is truncated
     * @param stepReward for each step
     * @param endReward more for the step that reaches the right end
     */
    public record Settings(int states, int steps, double stepReward, double endReward) {}

    /** Makes {@code Chain-v0}. */
    public static EnvironmentFactory factory(Settings s) {
        EnvironmentSpec spec = new EnvironmentSpec(
                "Chain-v0",
                OptionalInt.of(s.steps()),
                OptionalDouble.empty(),
                new Discrete(s.states()),
                new Discrete(2));
        return EnvironmentFactory.of(spec, () -> new ChainEnvironment(spec, s));
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
        state = 0;
        return observation();
    }

    @Override
    public StepResult step(Action action) {
        state = action.equals(RIGHT) ? state + 1 : Math.max(0, state - 1);
        boolean end = state == settings.states() - 1;
        return new StepResult(observation(), settings.stepReward() + (end ? settings.endReward() : 0), end);
    }

    private float[] observation() {
        return IdentityEnvironment.oneHot(settings.states(), state);
    }
}
