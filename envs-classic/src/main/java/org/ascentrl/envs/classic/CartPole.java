package org.ascentrl.envs.classic;

import java.util.Optional;
import org.ascentrl.env.Action;
import org.ascentrl.env.Box;
import org.ascentrl.env.Discrete;
import org.ascentrl.env.Environment;
import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.env.Frame;
import org.ascentrl.env.StepResult;
import org.ascentrl.random.NumpyGenerator;

/**
 * A pole stands on a cart, on a joint without a motor. The cart moves along a track without friction, and is pushed to the
 * left or to the right at each step; the pole is to stay upright. The same seed and the same actions give the episode that
 * Gymnasium's {@code CartPole-v1} gives.
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
 * <p><strong>Start:</strong> each of the four numbers is uniform on [−0.05, 0.05).
 *
 * <p><strong>End:</strong> terminated when |x| exceeds 2.4 m or |θ| exceeds 12°; truncated after 500 steps.
 */
public final class CartPole implements Environment {

    static final int STATE_SIZE = 4;

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
    private static final double START_LIMIT = 0.05;

    static final Discrete ACTION_SPACE = new Discrete(2);
    static final Box OBSERVATION_SPACE = observationSpace();

    private final EnvironmentSpec spec;
    private final boolean suttonBartoReward;
    private final double[] state = new double[STATE_SIZE];
    private final CartPoleRenderer renderer = new CartPoleRenderer();
    private final NumpyGenerator random = NumpyGenerator.unseeded();

    /** The bare environment: {@link CartPoleFactory} adds the step limit, and the guard that refuses forbidden steps. */
    CartPole(EnvironmentSpec spec, CartPoleSettings settings) {
        this.spec = spec;
        suttonBartoReward = settings.suttonBartoReward();
    }

    private static Box observationSpace() {
        float[] high = {
            (float) (2 * POSITION_LIMIT), Float.POSITIVE_INFINITY, (float) (2 * ANGLE_LIMIT), Float.POSITIVE_INFINITY
        };
        float[] low = new float[STATE_SIZE];
        for (int i = 0; i < STATE_SIZE; i++) {
            low[i] = -high[i];
        }
        return Box.of(low, high);
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
        start(random, state, 0);
        return observation();
    }

    @Override
    public StepResult step(Action action) {
        boolean terminated = advance(state, 0, action.integer(0));
        return new StepResult(observation(), reward(terminated, suttonBartoReward), terminated);
    }

    @Override
    public Optional<Frame> render() {
        return Optional.of(renderer.draw(state[0], state[2]));
    }

    @Override
    public int framesPerSecond() {
        return (int) Math.round(1 / STEP);
    }

    private float[] observation() {
        float[] observation = new float[STATE_SIZE];
        observe(state, 0, observation);
        return observation;
    }

    /** Continues from another state: position, velocity, angle, angular velocity. */
    void state(double[] newState) {
        System.arraycopy(newState, 0, state, 0, STATE_SIZE);
    }

    /** Draws the state at {@code offset} of {@code states} that an episode starts from. */
    static void start(NumpyGenerator random, double[] states, int offset) {
        for (int i = 0; i < STATE_SIZE; i++) {
            states[offset + i] = random.uniform(-START_LIMIT, START_LIMIT);
        }
    }

    /**
     * One step of 0.02 s from the state at {@code offset} of {@code states}, in the order of Gymnasium's operations.
     *
     * @param states position, velocity, angle, angular velocity; modified
     * @return whether the episode terminated
     */
    static boolean advance(double[] states, int offset, int action) {
        double x = states[offset];
        double velocity = states[offset + 1];
        double theta = states[offset + 2];
        double angularVelocity = states[offset + 3];
        double force = action == 1 ? FORCE : -FORCE;
        double cos = SmallAngles.cos(theta);
        double sin = SmallAngles.sin(theta);

        double push = (force + POLE_MASS_LENGTH * (angularVelocity * angularVelocity) * sin) / TOTAL_MASS;
        double angularAcceleration =
                (GRAVITY * sin - cos * push) / (HALF_POLE_LENGTH * (4.0 / 3.0 - POLE_MASS * (cos * cos) / TOTAL_MASS));
        double acceleration = push - POLE_MASS_LENGTH * angularAcceleration * cos / TOTAL_MASS;

        x += STEP * velocity;
        theta += STEP * angularVelocity;
        states[offset] = x;
        states[offset + 1] = velocity + STEP * acceleration;
        states[offset + 2] = theta;
        states[offset + 3] = angularVelocity + STEP * angularAcceleration;
        return x < -POSITION_LIMIT || x > POSITION_LIMIT || theta < -ANGLE_LIMIT || theta > ANGLE_LIMIT;
    }

    static double reward(boolean terminated, boolean suttonBartoReward) {
        if (suttonBartoReward) {
            return terminated ? -1 : 0;
        }
        return 1;
    }

    /** Writes the observation of the state at {@code offset} of {@code states} to {@code offset} of {@code observations}. */
    static void observe(double[] states, int offset, float[] observations) {
        for (int i = offset; i < offset + STATE_SIZE; i++) {
            observations[i] = (float) states[i];
        }
    }
}
