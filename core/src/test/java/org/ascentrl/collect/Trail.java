package org.ascentrl.collect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.ascentrl.env.Environment;
import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.env.StepResult;
import org.ascentrl.env.space.Action;
import org.ascentrl.env.space.Box;
import org.ascentrl.env.space.Discrete;
import org.ascentrl.env.space.Space;
import org.ascentrl.env.vector.SyncVectorEnvironment;
import org.ascentrl.env.vector.VectorEnvironment;
import org.ascentrl.random.NumpyGenerator;

/**
 * Shows all that a recording can get wrong: the observation holds a mark of the episode's seed, the step, the last action
 * and noise; the info names the step; the reward depends on the action; episodes of 2 to 9 steps end in any of the three ways, as their seed says.
 */
public final class Trail implements Environment {

    public static final EnvironmentSpec DISCRETE = spec(new Discrete(3, 1));
    public static final EnvironmentSpec BOX = spec(Box.of(new float[] {-1, -0.5f}, new float[] {1, 2}));

    /** What all instances of one vector environment were asked to do. */
    public static final class Log {
        public final List<Long> seeds = new ArrayList<>();
        public final List<Action> actions = new ArrayList<>();
        public int closed;
    }

    private final EnvironmentSpec spec;
    private final boolean masked;
    private final Log log;
    private final NumpyGenerator random = new NumpyGenerator(0);
    private long seed;
    private int step;

    public Trail(EnvironmentSpec spec, boolean masked, Log log) {
        this.spec = spec;
        this.masked = masked;
        this.log = log;
    }

    public static VectorEnvironment vector(EnvironmentSpec spec, boolean masked, int slots, Log log) {
        Environment[] environments = new Environment[slots];
        Arrays.setAll(environments, i -> new Trail(spec, masked, log));
        return new SyncVectorEnvironment(List.of(environments));
    }

    private static EnvironmentSpec spec(Space actions) {
        return new EnvironmentSpec(
                "Trail-v0",
                OptionalInt.empty(),
                OptionalDouble.empty(),
                Box.of(Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY, 4),
                actions);
    }

    @Override
    public EnvironmentSpec spec() {
        return spec;
    }

    @Override
    public float[] reset(long newSeed) {
        log.seeds.add(newSeed);
        seed = newSeed;
        step = 0;
        random.reseed(newSeed);
        return observation(0);
    }

    @Override
    public float[] reset() {
        return reset(random.nextInt(1000));
    }

    @Override
    public StepResult step(Action action) {
        log.actions.add(action);
        step++;
        float done = action.integers() > 0 ? action.integer(0) : action.real(0) + 10 * action.real(1);
        boolean end = step == 2 + seed % 8;
        Map<String, Object> info =
                end ? Map.of("step", step, "lucky", seed % 3 == 0, "note", "the end") : Map.of("step", step);
        return new StepResult(
                observation(done), random.random() + done, end && seed % 3 != 1, end && seed % 3 != 0, info);
    }

    /** A choice a step is forbidden. */
    @Override
    public void actionMask(boolean[] out) {
        Arrays.fill(out, true);
        if (masked && out.length > 0 && seed % 2 == 0) {
            out[step % out.length] = false;
        }
    }

    private float[] observation(float action) {
        return new float[] {seed % 1000, step, action, (float) random.random()};
    }

    @Override
    public void close() {
        log.closed++;
    }
}
