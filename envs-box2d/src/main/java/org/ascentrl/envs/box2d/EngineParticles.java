package org.ascentrl.envs.box2d;

import java.awt.Color;

/**
 * The exhaust of a lander's engines, for pictures alone: no bodies of the world, which they would slow down, and without a
 * picture never leave. Kept is what was blown out of late, and where a particle is now follows from its age.
 */
final class EngineParticles {

    private static final int KEPT = 16; // two a step over all steps that one glows
    private static final double COOLING = 0.15; // of the glow, each step
    private static final double RADIUS = 2 / Scene.SCALE; // m
    private static final double STEP = 1.0 / PhysicsWorld.STEPS_PER_SECOND; // s

    private final double gravity;
    private final MoonTerrain terrain;
    private final double[] x = new double[KEPT];
    private final double[] y = new double[KEPT];
    private final double[] velocityX = new double[KEPT];
    private final double[] velocityY = new double[KEPT];
    private final double[] glow = new double[KEPT];
    private final int[] born = new int[KEPT];
    private int count;
    private int steps;

    /** @param gravity upwards, in m/s² */
    EngineParticles(double gravity, MoonTerrain terrain) {
        this.gravity = gravity;
        this.terrain = terrain;
    }

    void nextStep() {
        steps++;
    }

    /**
     * A particle leaves an engine in the current step.
     *
     * @param impulseX in N·s, to the right
     * @param impulseY in N·s, upwards
     * @param density in kg/m²
     * @param power of the engine, 0 to 1: how brightly it glows
     */
    void add(double atX, double atY, double impulseX, double impulseY, double density, double power) {
        int slot = count++ % KEPT;
        double mass = density * Math.PI * RADIUS * RADIUS;
        x[slot] = atX;
        y[slot] = atY;
        velocityX[slot] = impulseX / mass;
        velocityY[slot] = impulseY / mass;
        glow[slot] = power;
        born[slot] = steps;
    }

    void paint(Scene scene) {
        for (int i = Math.max(0, count - KEPT); i < count; i++) {
            int slot = i % KEPT;
            int age = steps - born[slot] + 1;
            double left = glow[slot] - COOLING * age;
            if (left >= 0) {
                double time = STEP * age;
                double atX = x[slot] + time * velocityX[slot];
                double fallen = gravity * time * (time + STEP) / 2;
                double atY = y[slot] + time * velocityY[slot] + fallen;
                scene.circle(color(left), atX, Math.max(atY, terrain.height(atX) + RADIUS), RADIUS);
            }
        }
    }

    private static Color color(double glow) {
        float rest = (float) Math.max(0.2, 0.5 * glow);
        return new Color((float) Math.max(0.2, 0.15 + glow), rest, rest);
    }
}
