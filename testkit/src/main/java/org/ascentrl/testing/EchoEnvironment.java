package org.ascentrl.testing;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.ascentrl.env.Environment;
import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.env.StepResult;
import org.ascentrl.env.registry.EnvironmentFactory;
import org.ascentrl.env.space.Action;
import org.ascentrl.env.space.MultiDiscrete;
import org.ascentrl.env.space.Space;
import org.ascentrl.random.NumpyGenerator;

/**
 * Shows the last action, of any space, as an observation; the first is drawn. In several
 * integers with ranges, what was chosen is forbidden in the next step. The reward is the sum of the observation.
 */
public final class EchoEnvironment implements Environment {

    private final EnvironmentSpec spec;
    private final NumpyGenerator random = new NumpyGenerator(0);
    private float[] last;

    private EchoEnvironment(EnvironmentSpec spec) {
        this.spec = spec;
        last = new float[spec.observationSpace().flatSize()];
    }

    /**
     * The settings.
     *
     * @param space of actions and observations
     * @param steps the length of an episode
     */
    public record Settings(Space space, int steps) {}

    /** Makes {@code Echo-v0}. */
    public static EnvironmentFactory factory(Settings s) {
        EnvironmentSpec spec =
                new EnvironmentSpec("Echo-v0", OptionalInt.of(s.steps()), OptionalDouble.empty(), s.space(), s.space());
        return EnvironmentFactory.of(spec, () -> new EchoEnvironment(spec));
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
        last = spec.actionSpace().flat(spec.actionSpace().sample(random));
        return last.clone();
    }

    @Override
    public StepResult step(Action action) {
        last = spec.actionSpace().flat(action);
        double sum = 0;
        for (float x : last) {
            sum += x;
        }
        return new StepResult(last.clone(), sum, false);
    }

    @Override
    public void actionMask(boolean[] out) {
        Arrays.fill(out, true);
        if (spec.actionSpace() instanceof MultiDiscrete) {
            for (int i = 0; i < out.length; i++) {
                out[i] = last[i] == 0;
            }
        }
    }
}
