package org.ascentrl.envs.classic;

import org.ascentrl.env.space.Box;
import org.ascentrl.random.NumpyGenerator;

/**
 * {@link MountainCar} with an engine whose force is chosen, and costs. The same seed and the same actions give the episode
 * that Gymnasium's {@code MountainCarContinuous-v0} gives.
 *
 * <p>The valley is that of A. W. Moore, <em>Efficient memory-based learning for robot control</em>, PhD thesis, University
 * of Cambridge, 1990. Positions and velocities have no unit; a step is a unit of time. For action a,
 *
 * <p>v ← clip(v + 0.0015·a − 0.0025·cos 3x, ±0.07), x ← clip(x + v, −1.2, 0.6), in float32 as Gymnasium computes it.
 *
 * <p>At the wall on the left, x = −1.2, the car loses its speed.
 *
 * <table>
 * <caption>Action: {@code Box} of 1 number</caption>
 * <tr><th>Index</th><th>Number</th><th>Unit</th><th>Range</th></tr>
 * <tr><td>0</td><td>force of the engine, right is positive</td><td>none</td><td>±1</td></tr>
 * </table>
 *
 * <table>
 * <caption>Observation: {@code Box} of 2 numbers</caption>
 * <tr><th>Index</th><th>Number</th><th>Unit</th><th>Range</th></tr>
 * <tr><td>0</td><td>position x along the track, right is positive</td><td>none</td><td>−1.2 to 0.6</td></tr>
 * <tr><td>1</td><td>velocity v</td><td>position per step</td><td>±0.07</td></tr>
 * </table>
 *
 * <p><strong>Rewards:</strong> −0.1·a² for each step, and 100 more for the one that reaches the goal.
 *
 * <p><strong>Start:</strong> x is uniform on [−0.6, −0.4), or between the bounds of {@link MountainCarSettings#reset()};
 * v is 0.
 *
 * <p><strong>End:</strong> terminated at x ≥ 0.45 with v of at least {@link MountainCarSettings#goalVelocity()}, which is 0
 * unless set; truncated after 999 steps.
 */
public final class MountainCarContinuous extends ClassicTask {

    private static final float POWER = 0.0015f;
    private static final double GOAL = 0.45;

    private static final Box ACTION_SPACE = Box.of(-1, 1, 1);

    private final MountainCarSettings settings;

    MountainCarContinuous(MountainCarSettings settings) {
        super(2);
        this.settings = settings;
    }

    @Override
    public Box observationSpace() {
        return MountainCar.OBSERVATION_SPACE;
    }

    @Override
    public Box actionSpace() {
        return ACTION_SPACE;
    }

    @Override
    void start(NumpyGenerator random, double[] states, int at) {
        states[at] = random.uniform(settings.reset().low(), settings.reset().high());
        states[at + 1] = 0;
    }

    /** The state is position and velocity: doubles at the start, float32 numbers from the first step on. */
    @Override
    double advance(double[] states, int at, double action, NumpyGenerator random) {
        boolean single = states[at] == (float) states[at];
        double position = states[at];
        double speedLimit = rounded(MountainCar.MAX_SPEED, single);
        float pull = (float) (MountainCar.GRAVITY * Angles.cos(rounded(3 * position, single)));
        float force = Math.min(Math.max((float) action, -1), 1);
        double velocity = rounded(states[at + 1] + (force * POWER - pull), single);
        velocity = Math.min(Math.max(velocity, -speedLimit), speedLimit);

        double wall = rounded(MountainCar.MIN_POSITION, single);
        position = rounded(position + velocity, single);
        position = Math.max(Math.min(position, rounded(MountainCar.MAX_POSITION, single)), wall);
        states[at] = (float) position;
        states[at + 1] = position == wall && velocity < 0 ? 0 : (float) velocity;
        return (terminated(states, at) ? 100.0 : 0.0) - action * action * 0.1;
    }

    private static double rounded(double x, boolean single) {
        return single ? (float) x : x;
    }

    @Override
    boolean terminated(double[] states, int at) {
        return states[at] >= (float) GOAL && states[at + 1] >= (float) settings.goalVelocity();
    }

    @Override
    void observe(double[] states, int at, float[] observations, int to) {
        observations[to] = (float) states[at];
        observations[to + 1] = (float) states[at + 1];
    }

    @Override
    ClassicPicture picture() {
        return new MountainCarPicture(GOAL);
    }

    @Override
    int framesPerSecond() {
        return 30;
    }
}
