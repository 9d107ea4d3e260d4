package org.ascentrl.envs.classic;

import org.ascentrl.env.space.Box;
import org.ascentrl.env.space.Discrete;
import org.ascentrl.random.NumpyGenerator;

/**
 * A pole stands on a cart, on a joint without a motor. The cart moves along a track without friction, and is pushed to the
 * left or to the right at each step; the pole is to stay upright. The same seed and the same actions give the episode that
 * Gymnasium's {@code CartPole-v1} gives; {@code CartPole-v0} is the same with shorter episodes.
 *
 * <p>The task is that of A. G. Barto, R. S. Sutton and C. W. Anderson, <em>Neuronlike adaptive elements that can solve
 * difficult learning control problems</em>, IEEE Transactions on Systems, Man, and Cybernetics 13(5), 1983. The equations
 * of motion are those of R. V. Florian, <em>Correct equations for the dynamics of the cart-pole system</em>, 2007, without
 * friction, integrated by Euler's method in steps of 0.02 s.
 *
 * <table>
 * <caption>Action: {@code Discrete(2)}</caption>
 * <tr><th>Action</th><th>Meaning</th></tr>
 * <tr><td>0</td><td>push the cart to the left with 10 N</td></tr>
 * <tr><td>1</td><td>push the cart to the right with 10 N</td></tr>
 * </table>
 *
 * <table>
 * <caption>Observation: {@code Box} of 4 numbers</caption>
 * <tr><th>Index</th><th>Number</th><th>Unit</th><th>Range of the space</th><th>The episode goes on within</th></tr>
 * <tr><td>0</td><td>position x of the cart, right is positive</td><td>m</td><td>±4.8</td><td>±2.4</td></tr>
 * <tr><td>1</td><td>velocity of the cart</td><td>m/s</td><td>unbounded</td><td></td></tr>
 * <tr><td>2</td><td>angle θ of the pole from upright, clockwise is positive</td><td>rad</td><td>±0.419 (24°)</td>
 *     <td>±0.209 (12°)</td></tr>
 * <tr><td>3</td><td>angular velocity of the pole</td><td>rad/s</td><td>unbounded</td><td></td></tr>
 * </table>
 *
 * <p><strong>Rewards:</strong> 1 for each step, also for the one that ends the episode. With
 * {@link CartPoleSettings#suttonBartoReward()}: 0 for each step, −1 for the one that terminates.
 *
 * <p><strong>Start:</strong> each of the four numbers is uniform on [−0.05, 0.05), or between the bounds of
 * {@link CartPoleSettings#reset()}.
 *
 * <p><strong>End:</strong> terminated when |x| exceeds 2.4 m or |θ| exceeds 12°; truncated after 500 steps, as
 * {@code CartPole-v0} after 200.
 */
public final class CartPole extends ClassicTask {

    private static final double GRAVITY = 9.8; // m/s²
    private static final double CART_MASS = 1.0; // kg
    private static final double POLE_MASS = 0.1; // kg
    private static final double TOTAL_MASS = POLE_MASS + CART_MASS;
    static final double HALF_POLE_LENGTH = 0.5; // m
    private static final double POLE_MASS_LENGTH = POLE_MASS * HALF_POLE_LENGTH; // kg·m
    private static final double FORCE = 10.0; // N
    private static final double STEP = 0.02; // s
    static final double POSITION_LIMIT = 2.4; // m
    private static final double ANGLE_LIMIT = 12 * 2 * Math.PI / 360; // rad

    private static final Discrete ACTION_SPACE = new Discrete(2);
    private static final Box OBSERVATION_SPACE = observations();

    private final CartPoleSettings settings;

    CartPole(CartPoleSettings settings) {
        super(4);
        this.settings = settings;
    }

    private static Box observations() {
        float position = (float) (2 * POSITION_LIMIT);
        float angle = (float) (2 * ANGLE_LIMIT);
        float unbounded = Float.POSITIVE_INFINITY;
        return Box.of(
                new float[] {-position, -unbounded, -angle, -unbounded},
                new float[] {position, unbounded, angle, unbounded});
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
        for (int i = at; i < at + stateSize(); i++) {
            states[i] = random.uniform(settings.reset().low(), settings.reset().high());
        }
    }

    /** The state is position, velocity, angle and angular velocity. */
    @Override
    double advance(double[] states, int at, double action, NumpyGenerator random) {
        double x = states[at];
        double velocity = states[at + 1];
        double theta = states[at + 2];
        double angularVelocity = states[at + 3];
        double force = action == 1 ? FORCE : -FORCE;
        double cos = Angles.cos(theta);
        double sin = Angles.sin(theta);

        double push = (force + POLE_MASS_LENGTH * (angularVelocity * angularVelocity) * sin) / TOTAL_MASS;
        double angularAcceleration =
                (GRAVITY * sin - cos * push) / (HALF_POLE_LENGTH * (4.0 / 3.0 - POLE_MASS * (cos * cos) / TOTAL_MASS));
        double acceleration = push - POLE_MASS_LENGTH * angularAcceleration * cos / TOTAL_MASS;

        states[at] = x + STEP * velocity;
        states[at + 1] = velocity + STEP * acceleration;
        states[at + 2] = theta + STEP * angularVelocity;
        states[at + 3] = angularVelocity + STEP * angularAcceleration;
        if (settings.suttonBartoReward()) {
            return terminated(states, at) ? -1 : 0;
        }
        return 1;
    }

    @Override
    boolean terminated(double[] states, int at) {
        return Math.abs(states[at]) > POSITION_LIMIT || Math.abs(states[at + 2]) > ANGLE_LIMIT;
    }

    @Override
    void observe(double[] states, int at, float[] observations, int to) {
        for (int i = 0; i < stateSize(); i++) {
            observations[to + i] = (float) states[at + i];
        }
    }

    @Override
    ClassicPicture picture() {
        return new CartPolePicture();
    }

    @Override
    int framesPerSecond() {
        return 50;
    }
}
