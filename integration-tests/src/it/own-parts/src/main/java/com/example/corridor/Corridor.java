package com.example.corridor;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.ascentrl.env.Environment;
import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.env.StepResult;
import org.ascentrl.env.registry.EnvironmentFactory;
import org.ascentrl.env.space.Action;
import org.ascentrl.env.space.Box;
import org.ascentrl.env.space.Discrete;
import org.ascentrl.random.NumpyGenerator;

/**
 * A corridor of cells: 0 steps back and 1 steps forward, each for a reward of −1, until the last cell is reached. An episode
 * starts in any other cell. In the first one, stepping back is masked.
 */
final class Corridor implements Environment {

    private final EnvironmentSpec spec;
    private final int length;
    private NumpyGenerator random = NumpyGenerator.unseeded();
    private int cell;

    private Corridor(EnvironmentSpec spec, CorridorSettings settings) {
        this.spec = spec;
        length = settings.length();
    }

    /** Returns a factory of corridors, which adds the step limit of 100. */
    static EnvironmentFactory factory(CorridorSettings settings) {
        EnvironmentSpec spec = new EnvironmentSpec(
                "Corridor-v0", OptionalInt.of(100), OptionalDouble.empty(), Box.of(-1, 1, 1), new Discrete(2));
        return EnvironmentFactory.of(spec, () -> new Corridor(spec, settings));
    }

    @Override
    public EnvironmentSpec spec() {
        return spec;
    }

    @Override
    public float[] reset(long seed) {
        random = new NumpyGenerator(seed);
        return reset();
    }

    @Override
    public float[] reset() {
        cell = random.nextInt(length - 1);
        return observation();
    }

    @Override
    public StepResult step(Action action) {
        cell = Math.max(0, cell + (action.integer(0) == 1 ? 1 : -1));
        return new StepResult(observation(), -1, cell == length - 1);
    }

    @Override
    public void actionMask(boolean[] out) {
        out[0] = cell > 0;
        out[1] = true;
    }

    /** Returns the position of the agent, from −1 at the first cell to 1 at the last. */
    private float[] observation() {
        return new float[] {2f * cell / (length - 1) - 1};
    }
}
