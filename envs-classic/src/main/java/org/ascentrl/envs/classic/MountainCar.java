package org.ascentrl.envs.classic;

import org.ascentrl.env.space.Box;
import org.ascentrl.env.space.Discrete;
import org.ascentrl.random.NumpyGenerator;

/**
 * A car stands in a valley and is to reach the top of the hill on its right. Its engine is too weak to drive straight up:
 * it has to gain speed by driving up the other side first. The same seed and the same actions give the episode that
 * Gymnasium's {@code MountainCar-v0} gives.
 *
 * <p>The task is that of A. W. Moore, <em>Efficient memory-based learning for robot control</em>, PhD thesis, University
 * of Cambridge, 1990. Positions and velocities have no unit; a step is a unit of time. With engine a − 1 for action a,
 *
 * <p>v ← clip(v + 0.001·(a − 1) − 0.0025·cos 3x, ±0.07), x ← clip(x + v, −1.2, 0.6).
 *
 * <p>At the wall on the left, x = −1.2, the car loses its speed.
 *
 * <table>
 * <caption>Action: {@code Discrete(3)}</caption>
 * <tr><th>Action</th><th>Meaning</th></tr>
 * <tr><td>0</td><td>drive to the left</td></tr>
 * <tr><td>1</td><td>let the car roll</td></tr>
 * <tr><td>2</td><td>drive to the right</td></tr>
 * </table>
 *
 * <table>
 * <caption>Observation: {@code Box} of 2 numbers</caption>
 * <tr><th>Index</th><th>Number</th><th>Unit</th><th>Range</th></tr>
 * <tr><td>0</td><td>position x along the track, right is positive</td><td>none</td><td>−1.2 to 0.6</td></tr>
 * <tr><td>1</td><td>velocity v</td><td>position per step</td><td>±0.07</td></tr>
 * </table>
 *
 * <p><strong>Rewards:</strong> −1 for each step.
 *
 * <p><strong>Start:</strong> x is uniform on [−0.6, −0.4), or between the bounds of {@link MountainCarSettings#reset()};
 * v is 0.
 *
 * <p><strong>End:</strong> terminated at x ≥ 0.5 with v of at least {@link MountainCarSettings#goalVelocity()}, which is 0
 * unless set; truncated after 200 steps.
 */
public final class MountainCar extends ClassicTask {

    static final double MIN_POSITION = -1.2;
    static final double MAX_POSITION = 0.6;
    static final double MAX_SPEED = 0.07;
    static final double GRAVITY = 0.0025;
    private static final double FORCE = 0.001;
    private static final double GOAL = 0.5;

    private static final Discrete ACTION_SPACE = new Discrete(3);
    static final Box OBSERVATION_SPACE = Box.of(
            new float[] {(float) MIN_POSITION, (float) -MAX_SPEED},
            new float[] {(float) MAX_POSITION, (float) MAX_SPEED});

    private final MountainCarSettings settings;

    MountainCar(MountainCarSettings settings) {
        super(2);
        this.settings = settings;
    }

    @Override
    public Box observationSpace() {
        return OBSERVATION_SPACE;
    }

    @Override
    public Discrete actionSpace() {
        return ACTION_SPACE;
    }

    @Override
    void start(NumpyGenerator random, double[] states, int at) {
        states[at] = random.uniform(settings.reset().low(), settings.reset().high());
        states[at + 1] = 0;
    }

    /** The state is position and velocity. */
    @Override
    double advance(double[] states, int at, double action, NumpyGenerator random) {
        double position = states[at];
        double velocity = states[at + 1] + ((action - 1) * FORCE + Angles.cos(3 * position) * -GRAVITY);
        velocity = Math.min(Math.max(velocity, -MAX_SPEED), MAX_SPEED);
        position = Math.min(Math.max(position + velocity, MIN_POSITION), MAX_POSITION);
        states[at] = position;
        states[at + 1] = position == MIN_POSITION && velocity < 0 ? 0 : velocity;
        return -1;
    }

    @Override
    boolean terminated(double[] states, int at) {
        return states[at] >= GOAL && states[at + 1] >= settings.goalVelocity();
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
