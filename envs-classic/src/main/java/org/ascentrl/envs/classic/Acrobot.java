package org.ascentrl.envs.classic;

import org.ascentrl.env.space.Box;
import org.ascentrl.env.space.Discrete;
import org.ascentrl.random.NumpyGenerator;

/**
 * Two rods hang from a fixed point, with a motor at the joint between them, and are to swing up until their free end is
 * one rod's length above the fixed point. The same seed and the same actions give the episode that Gymnasium's
 * {@code Acrobot-v1} gives.
 *
 * <p>The task is that of R. S. Sutton, <em>Generalization in reinforcement learning: successful examples using sparse
 * coarse coding</em>, NIPS 8, 1996, with the equations of motion of R. S. Sutton and A. G. Barto, <em>Reinforcement
 * Learning: An Introduction</em>, 1998, section 11.3; those of the paper lack the term in θ̇₁².
 * Each rod has mass 1 kg, length 1 m, its centre of mass in its middle and a moment of inertia of 1 kg·m². A step is 0.2 s,
 * integrated by the classical Runge-Kutta method of fourth order.
 *
 * <table>
 * <caption>Action: {@code Discrete(3)}</caption>
 * <tr><th>Action</th><th>Meaning</th></tr>
 * <tr><td>0</td><td>torque of −1 N·m at the joint between the rods</td></tr>
 * <tr><td>1</td><td>no torque</td></tr>
 * <tr><td>2</td><td>torque of 1 N·m</td></tr>
 * </table>
 *
 * <table>
 * <caption>Observation: {@code Box} of 6 numbers</caption>
 * <tr><th>Index</th><th>Number</th><th>Unit</th><th>Range</th></tr>
 * <tr><td>0</td><td>cos θ₁, where θ₁ = 0 is the first rod hanging down</td><td>none</td><td>±1</td></tr>
 * <tr><td>1</td><td>sin θ₁</td><td>none</td><td>±1</td></tr>
 * <tr><td>2</td><td>cos θ₂, where θ₂ = 0 is the second rod in line with the first</td><td>none</td><td>±1</td></tr>
 * <tr><td>3</td><td>sin θ₂</td><td>none</td><td>±1</td></tr>
 * <tr><td>4</td><td>angular velocity of θ₁</td><td>rad/s</td><td>±12.567 (4π)</td></tr>
 * <tr><td>5</td><td>angular velocity of θ₂</td><td>rad/s</td><td>±28.274 (9π)</td></tr>
 * </table>
 *
 * <p><strong>Rewards:</strong> −1 for each step, 0 for the one that reaches the goal.
 *
 * <p><strong>Start:</strong> angles and angular velocities are uniform on [−0.1, 0.1), or between the bounds of
 * {@link AcrobotSettings#reset()}.
 *
 * <p><strong>End:</strong> terminated when −cos θ₁ − cos(θ₁ + θ₂) &gt; 1; truncated after 500 steps.
 *
 * <p><strong>Options:</strong> the paper's equations, {@link AcrobotSettings#bookOrNips()}; uniform noise on the torque,
 * {@link AcrobotSettings#torqueNoiseMax()}; the time of a step, {@link AcrobotSettings#dt()}.
 */
public final class Acrobot extends ClassicTask {

    private static final double GRAVITY = 9.8; // m/s²
    private static final double LENGTH_1 = 1.0; // m
    private static final double MASS_1 = 1.0; // kg
    private static final double MASS_2 = 1.0; // kg
    private static final double CENTRE_1 = 0.5; // m, of mass, along the rod
    private static final double CENTRE_2 = 0.5; // m
    private static final double INERTIA_1 = 1.0; // kg·m²
    private static final double INERTIA_2 = 1.0; // kg·m²
    private static final double MAX_SPEED_1 = 4 * Math.PI; // rad/s
    private static final double MAX_SPEED_2 = 9 * Math.PI; // rad/s
    private static final double TURN = 2 * Math.PI;
    private static final double FAR = 1000 * TURN; // beyond, subtracting single turns takes long, or for ever

    private static final Discrete ACTION_SPACE = new Discrete(3);
    private static final Box OBSERVATION_SPACE = observations();

    private final AcrobotSettings settings;
    private double acceleration1;
    private double acceleration2;

    Acrobot(AcrobotSettings settings) {
        super(4);
        this.settings = settings;
    }

    private static Box observations() {
        float speed1 = (float) MAX_SPEED_1;
        float speed2 = (float) MAX_SPEED_2;
        return Box.of(new float[] {-1, -1, -1, -1, -speed1, -speed2}, new float[] {1, 1, 1, 1, speed1, speed2});
    }

    @Override
    public Box observationSpace() {
        return OBSERVATION_SPACE;
    }

    @Override
    public Discrete actionSpace() {
        return ACTION_SPACE;
    }

    /** Rounded to float32, as in Gymnasium. */
    @Override
    void start(NumpyGenerator random, double[] states, int at) {
        for (int i = at; i < at + stateSize(); i++) {
            states[i] = (float)
                    random.uniform(settings.reset().low(), settings.reset().high());
        }
    }

    /** The state is θ₁, θ₂ and their angular velocities. */
    @Override
    double advance(double[] states, int at, double action, NumpyGenerator random) {
        double torque = action - 1;
        double noise = settings.torqueNoiseMax();
        if (noise > 0) {
            torque += random.uniform(-noise, noise);
        }
        integrate(states, at, torque);
        states[at] = wrapped(states[at]);
        states[at + 1] = wrapped(states[at + 1]);
        states[at + 2] = Math.min(Math.max(states[at + 2], -MAX_SPEED_1), MAX_SPEED_1);
        states[at + 3] = Math.min(Math.max(states[at + 3], -MAX_SPEED_2), MAX_SPEED_2);
        return terminated(states, at) ? 0 : -1;
    }

    /** y ← y + Δt/6·(k₁ + 2k₂ + 2k₃ + k₄), where each k is the derivative of y = (θ₁, θ₂, θ̇₁, θ̇₂). */
    private void integrate(double[] states, int at, double torque) {
        double dt = settings.dt();
        double half = dt / 2;
        double theta1 = states[at];
        double theta2 = states[at + 1];
        double speed1 = states[at + 2];
        double speed2 = states[at + 3];

        accelerate(theta1, theta2, speed1, speed2, torque);
        double a1 = acceleration1;
        double a2 = acceleration2;
        double speed1B = speed1 + half * a1;
        double speed2B = speed2 + half * a2;

        accelerate(theta1 + half * speed1, theta2 + half * speed2, speed1B, speed2B, torque);
        double b1 = acceleration1;
        double b2 = acceleration2;
        double speed1C = speed1 + half * b1;
        double speed2C = speed2 + half * b2;

        accelerate(theta1 + half * speed1B, theta2 + half * speed2B, speed1C, speed2C, torque);
        double c1 = acceleration1;
        double c2 = acceleration2;
        double speed1D = speed1 + dt * c1;
        double speed2D = speed2 + dt * c2;

        accelerate(theta1 + dt * speed1C, theta2 + dt * speed2C, speed1D, speed2D, torque);
        double sixth = dt / 6;
        states[at] = theta1 + sixth * (speed1 + 2 * speed1B + 2 * speed1C + speed1D);
        states[at + 1] = theta2 + sixth * (speed2 + 2 * speed2B + 2 * speed2C + speed2D);
        states[at + 2] = speed1 + sixth * (a1 + 2 * b1 + 2 * c1 + acceleration1);
        states[at + 3] = speed2 + sixth * (a2 + 2 * b2 + 2 * c2 + acceleration2);
    }

    /** Computes θ̈₁ and θ̈₂. */
    private void accelerate(double theta1, double theta2, double speed1, double speed2, double torque) {
        double cos2 = Angles.cos(theta2);
        double sin2 = Angles.sin(theta2);
        double d1 = MASS_1 * (CENTRE_1 * CENTRE_1)
                + MASS_2 * (LENGTH_1 * LENGTH_1 + CENTRE_2 * CENTRE_2 + 2 * LENGTH_1 * CENTRE_2 * cos2)
                + INERTIA_1
                + INERTIA_2;
        double d2 = MASS_2 * (CENTRE_2 * CENTRE_2 + LENGTH_1 * CENTRE_2 * cos2) + INERTIA_2;
        double phi2 = MASS_2 * CENTRE_2 * GRAVITY * Angles.cos(theta1 + theta2 - Math.PI / 2);
        double phi1 = -MASS_2 * LENGTH_1 * CENTRE_2 * (speed2 * speed2) * sin2
                - 2 * MASS_2 * LENGTH_1 * CENTRE_2 * speed2 * speed1 * sin2
                + (MASS_1 * CENTRE_1 + MASS_2 * LENGTH_1) * GRAVITY * Angles.cos(theta1 - Math.PI / 2)
                + phi2;
        double drive = torque + d2 / d1 * phi1;
        if (settings.bookOrNips() == AcrobotSettings.Dynamics.BOOK) {
            drive -= MASS_2 * LENGTH_1 * CENTRE_2 * (speed1 * speed1) * sin2;
        }
        acceleration2 = (drive - phi2) / (MASS_2 * (CENTRE_2 * CENTRE_2) + INERTIA_2 - d2 * d2 / d1);
        acceleration1 = -(d2 * acceleration2 + phi1) / d1;
    }

    /** The same angle within [−π, π]. */
    private static double wrapped(double angle) {
        if (Math.abs(angle) > FAR) {
            return Math.IEEEremainder(angle, TURN);
        }
        double wrapped = angle;
        while (wrapped > Math.PI) {
            wrapped -= TURN;
        }
        while (wrapped < -Math.PI) {
            wrapped += TURN;
        }
        return wrapped;
    }

    @Override
    boolean terminated(double[] states, int at) {
        return -Angles.cos(states[at]) - Angles.cos(states[at + 1] + states[at]) > 1;
    }

    @Override
    void observe(double[] states, int at, float[] observations, int to) {
        observations[to] = (float) Angles.cos(states[at]);
        observations[to + 1] = (float) Angles.sin(states[at]);
        observations[to + 2] = (float) Angles.cos(states[at + 1]);
        observations[to + 3] = (float) Angles.sin(states[at + 1]);
        observations[to + 4] = (float) states[at + 2];
        observations[to + 5] = (float) states[at + 3];
    }

    /** NumPy takes sine and cosine of float32 angles in float32. */
    @Override
    void observeStart(double[] states, int at, float[] observations, int to) {
        observations[to] = NumpyAngles.cos((float) states[at]);
        observations[to + 1] = NumpyAngles.sin((float) states[at]);
        observations[to + 2] = NumpyAngles.cos((float) states[at + 1]);
        observations[to + 3] = NumpyAngles.sin((float) states[at + 1]);
        observations[to + 4] = (float) states[at + 2];
        observations[to + 5] = (float) states[at + 3];
    }

    @Override
    ClassicPicture picture() {
        return new AcrobotPicture();
    }

    @Override
    int framesPerSecond() {
        return 15;
    }
}
