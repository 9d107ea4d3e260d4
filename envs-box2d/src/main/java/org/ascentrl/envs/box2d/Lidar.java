package org.ascentrl.envs.box2d;

import com.badlogic.gdx.math.Vector2;
import com.badlogic.gdx.physics.box2d.Fixture;
import com.badlogic.gdx.physics.box2d.RayCastCallback;

/** Measures how far the ground is in ten directions, from straight down to 77° ahead. */
final class Lidar implements RayCastCallback {

    static final int RAYS = 10;

    private static final double RANGE = 160 / Scene.SCALE; // m
    private static final float PASS = -1; // on through what is no ground

    private final PhysicsWorld world;
    private final double[] reachX = new double[RAYS];
    private final double[] reachY = new double[RAYS];
    private final float[] fractions = new float[RAYS];
    private float nearest;

    Lidar(PhysicsWorld world) {
        this.world = world;
        for (int ray = 0; ray < RAYS; ray++) {
            reachX[ray] = Math.sin(1.5 * ray / 10.0) * RANGE;
            reachY[ray] = -Math.cos(1.5 * ray / 10.0) * RANGE;
        }
    }

    void measureFrom(float x, float y) {
        for (int ray = 0; ray < RAYS; ray++) {
            nearest = 1;
            world.castRay(this, x, y, (float) (x + reachX[ray]), (float) (y + reachY[ray]));
            fractions[ray] = nearest;
        }
    }

    /** The distance that a ray measured last, in fractions of its range of 5.33 m; 1 if there is no ground within it. */
    float fraction(int ray) {
        return fractions[ray];
    }

    /** From the walker to what a ray met, in x, in metres. */
    double metX(int ray) {
        return fractions[ray] * reachX[ray];
    }

    /** From the walker to what a ray met, in y, in metres. */
    double metY(int ray) {
        return fractions[ray] * reachY[ray];
    }

    @Override
    public float reportRayFixture(Fixture fixture, Vector2 point, Vector2 normal, float fraction) {
        if (!world.isGround(fixture)) {
            return PASS;
        }
        nearest = fraction;
        return fraction;
    }
}
