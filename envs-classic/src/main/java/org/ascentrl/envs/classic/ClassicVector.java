package org.ascentrl.envs.classic;

import java.util.Arrays;
import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.env.space.Actions;
import org.ascentrl.env.vector.InPlaceVectorEnvironment;
import org.ascentrl.random.NumpyGenerator;

/** Several of one {@link ClassicTask} in flat arrays. A step allocates nothing. */
final class ClassicVector extends InPlaceVectorEnvironment {

    private final ClassicTask task;
    private final int stateSize;
    private final boolean discrete;
    private final double[] states;
    private final NumpyGenerator[] randoms;

    ClassicVector(EnvironmentSpec spec, ClassicTask task, int slots) {
        super(spec, slots);
        this.task = task;
        stateSize = task.stateSize();
        discrete = spec.actionSpace().integers() == 1;
        states = new double[slots * stateSize];
        randoms = new NumpyGenerator[slots];
        Arrays.setAll(randoms, slot -> new NumpyGenerator(0));
    }

    @Override
    protected void start(int slot, long seed) {
        randoms[slot].reseed(seed);
        task.start(randoms[slot], states, slot * stateSize);
    }

    @Override
    protected void observeStart(int slot, float[] observations, int to) {
        task.observeStart(states, slot * stateSize, observations, to);
    }

    @Override
    protected double advance(int slot, Actions actions) {
        double action = discrete ? actions.integers()[slot] : actions.reals()[slot];
        return task.advance(states, slot * stateSize, action, randoms[slot]);
    }

    @Override
    protected boolean terminated(int slot) {
        return task.terminated(states, slot * stateSize);
    }

    @Override
    protected void observe(int slot, float[] observations, int to) {
        task.observe(states, slot * stateSize, observations, to);
    }

    @Override
    public void close() {}
}
