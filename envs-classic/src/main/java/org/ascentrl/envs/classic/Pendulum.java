package org.ascentrl.envs.classic;

import org.ascentrl.env.space.Box;
import org.ascentrl.random.NumpyGenerator;

/**
 * A rod hangs on a motor at one of its ends, and is to be swung up and held upright; the motor is too weak to lift it at
 * once. The same seed and the same actions give the episode that Gymnasium's {@code Pendulum-v1} gives.
 *
 * <p>The task is a classic of control theory: Gymnasium's version has a rod of mass m = 1 kg and length l = 1 m with its
 * mass spread evenly, and steps of Δt = 0.05 s. For the torque u,
 *
 * <p>θ̇ ← clip(θ̇ + (3g/(2l)·sin θ + 3/(ml²)·u)·Δt, ±8), θ ← θ + θ̇·Δt.
 *
 * <table>
 * <caption>Action: {@code Box} of 1 number</caption>
 * <tr><th>Index</th><th>Number</th><th>Unit</th><th>Range</th></tr>
 * <tr><td>0</td><td>torque u of the motor, counterclockwise is positive</td><td>N·m</td><td>±2</td></tr>
 * </table>
 *
 * <table>
 * <caption>Observation: {@code Box} of 3 numbers</caption>
 * <tr><th>Index</th><th>Number</th><th>Unit</th><th>Range</th></tr>
 * <tr><td>0</td><td>cos θ, where θ = 0 is upright and counterclockwise is positive</td><td>none</td><td>±1</td></tr>
 * <tr><td>1</td><td>sin θ</td><td>none</td><td>±1</td></tr>
 * <tr><td>2</td><td>angular velocity θ̇</td><td>rad/s</td><td>±8</td></tr>
 * </table>
 *
 * <p><strong>Rewards:</strong> −(θ² + 0.1·θ̇² + 0.001·u²) of the state before the step, θ in [−π, π): between −16.27 and 0.
 *
 * <p><strong>Start:</strong> θ is uniform on [−π, π) and θ̇ on [−1, 1), or between plus and minus the numbers of
 * {@link PendulumSettings#reset()}.
 *
 * <p><strong>End:</strong> truncated after 200 steps; never terminated.
 *
 * <p><strong>Options:</strong> the acceleration of gravity {@link PendulumSettings#g()}, 10 m/s² unless set.
 */
public final class Pendulum extends ClassicTask {

    private static final double MAX_SPEED = 8; // rad/s
    static final double MAX_TORQUE = 2; // N·m
    private static final double STEP = 0.05; // s
    private static final double MASS = 1; // kg
    private static final double LENGTH = 1; // m
    private static final float TORQUE_FACTOR = (float) (3 / (MASS * LENGTH * LENGTH));
    private static final float TORQUE_COST = 0.001f;

    private static final Box ACTION_SPACE = Box.of((float) -MAX_TORQUE, (float) MAX_TORQUE, 1);
    private static final Box OBSERVATION_SPACE =
            Box.of(new float[] {-1, -1, (float) -MAX_SPEED}, new float[] {1, 1, (float) MAX_SPEED});

    private final PendulumSettings settings;
    private final double gravityFactor;

    Pendulum(PendulumSettings settings) {
        super(3);
        this.settings = settings;
        gravityFactor = 3 * settings.g() / (2 * LENGTH);
    }

    @Override
    public Box observationSpace() {
        return OBSERVATION_SPACE;
    }

    @Override
    public Box actionSpace() {
        return ACTION_SPACE;
    }

    @Override
    void start(NumpyGenerator random, double[] states, int at) {
        PendulumSettings.Reset reset = settings.reset();
        states[at] = random.uniform(-reset.xInit(), reset.xInit());
        states[at + 1] = random.uniform(-reset.yInit(), reset.yInit());
        states[at + 2] = Double.NaN;
    }

    /** The state is angle, angular velocity and, for pictures, the last torque: not a number before the first step. */
    @Override
    double advance(double[] states, int at, double action, NumpyGenerator random) {
        double theta = states[at];
        double speed = states[at + 1];
        float torque = (float) Math.min(Math.max(action, -MAX_TORQUE), MAX_TORQUE);

        double angle = fromUpright(theta);
        double cost = angle * angle + 0.1 * (speed * speed) + TORQUE_COST * (torque * torque);

        speed += (gravityFactor * Angles.sin(theta) + TORQUE_FACTOR * torque) * STEP;
        speed = Math.min(Math.max(speed, -MAX_SPEED), MAX_SPEED);
        states[at] = theta + speed * STEP;
        states[at + 1] = speed;
        states[at + 2] = torque;
        return -cost;
    }

    /** The same angle within [−π, π). */
    private static double fromUpright(double theta) {
        double turn = (theta + Math.PI) % (2 * Math.PI);
        return (turn < 0 ? turn + 2 * Math.PI : turn) - Math.PI;
    }

    @Override
    boolean terminated(double[] states, int at) {
        return false;
    }

    @Override
    void observe(double[] states, int at, float[] observations, int to) {
        observations[to] = (float) Angles.cos(states[at]);
        observations[to + 1] = (float) Angles.sin(states[at]);
        observations[to + 2] = (float) states[at + 1];
    }

    @Override
    ClassicPicture picture() {
        return new PendulumPicture();
    }

    @Override
    int framesPerSecond() {
        return 30;
    }
}
