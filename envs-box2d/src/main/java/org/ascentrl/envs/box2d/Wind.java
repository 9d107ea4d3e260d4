package org.ascentrl.envs.box2d;

import com.badlogic.gdx.physics.box2d.Body;
import org.ascentrl.random.NumpyGenerator;

/** The wind around a lander: a force and a torque that swell and ebb without a period, each from a place that is drawn. */
final class Wind {

    private static final int EARLIEST = -9999;
    private static final int LATEST = 9999; // exclusive

    private final double power;
    private final double turbulence;
    private long forceIndex;
    private long torqueIndex;

    /**
     * @param power the largest force, in N
     * @param turbulence the largest torque, in N·m
     */
    Wind(double power, double turbulence, NumpyGenerator random) {
        this.power = power;
        this.turbulence = turbulence;
        forceIndex = random.integers(EARLIEST, LATEST);
        torqueIndex = random.integers(EARLIEST, LATEST);
    }

    /** Acts on a body until the next step, and goes on by one. */
    void blow(Body body) {
        body.applyForceToCenter((float) (swell(forceIndex++) * power), 0, true);
        body.applyTorque((float) (swell(torqueIndex++) * turbulence), true);
    }

    /** tanh(sin(2kx) + sin(πkx)), k = 0.01: between −1 and 1. */
    private static double swell(long index) {
        return Math.tanh(Math.sin(0.02 * index) + Math.sin(Math.PI * 0.01 * index));
    }
}
