package org.ascentrl.envs.box2d;

import java.util.ArrayList;
import java.util.List;

/**
 * Measures how far the ground is in ten directions, from straight down to 77° ahead. It calculates as Box2D casts rays, to
 * the last bit, but without a call back from native code for each thing that a ray meets.
 */
final class Lidar {

    static final int RAYS = 10;

    private static final double RANGE = 160 / Scene.SCALE; // m

    private final Segment[] ground;
    private final Segment[] near;
    private final double[] reachX = new double[RAYS];
    private final double[] reachY = new double[RAYS];
    private final float[] fractions = new float[RAYS];

    Lidar(WalkerTerrain terrain) {
        List<Segment> segments = new ArrayList<>();
        double[] x = terrain.x();
        double[] y = terrain.y();
        for (int i = 0; i + 1 < x.length; i++) {
            segments.add(Segment.between(x[i], y[i], x[i + 1], y[i + 1]));
        }
        for (double[] corners : terrain.obstacles()) {
            for (int i = 0; i < corners.length; i += 2) {
                int next = (i + 2) % corners.length;
                segments.add(Segment.between(corners[i], corners[i + 1], corners[next], corners[next + 1]));
            }
        }
        ground = segments.toArray(Segment[]::new);
        near = new Segment[ground.length];
        for (int ray = 0; ray < RAYS; ray++) {
            reachX[ray] = Math.sin(1.5 * ray / 10.0) * RANGE;
            reachY[ray] = -Math.cos(1.5 * ray / 10.0) * RANGE;
        }
    }

    void measureFrom(float x, float y) {
        int count = 0;
        for (Segment segment : ground) {
            if (segment.liesWithin(x, x + RANGE)) {
                near[count++] = segment;
            }
        }
        for (int ray = 0; ray < RAYS; ray++) {
            float alongX = (float) (x + reachX[ray]) - x;
            float alongY = (float) (y + reachY[ray]) - y;
            float nearest = 1;
            for (int i = 0; i < count; i++) {
                nearest = Math.min(nearest, near[i].fractionOf(x, y, alongX, alongY));
            }
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

    /** An edge of the ground, or a side of an obstacle: where it begins, its direction, and its normal, of length 1. */
    private record Segment(float x, float y, float alongX, float alongY, float normalX, float normalY) {

        static Segment between(double fromX, double fromY, double toX, double toY) {
            float x = (float) fromX;
            float y = (float) fromY;
            float alongX = (float) toX - x;
            float alongY = (float) toY - y;
            float perLength = 1 / (float) Math.sqrt(alongX * alongX + alongY * alongY);
            return new Segment(x, y, alongX, alongY, alongY * perLength, -alongX * perLength);
        }

        boolean liesWithin(double left, double right) {
            float end = x + alongX;
            return Math.max(x, end) >= left && Math.min(x, end) <= right;
        }

        /** Returns the fraction of a ray up to the edge, as {@code b2EdgeShape::RayCast} calculates it; 1 if the ray does not meet it. */
        float fractionOf(float fromX, float fromY, float rayX, float rayY) {
            float distance = normalX * (x - fromX) + normalY * (y - fromY);
            float fraction = distance / (normalX * rayX + normalY * rayY);
            if (!(fraction >= 0 && fraction < 1)) {
                return 1;
            }
            float metX = fromX + fraction * rayX - x;
            float metY = fromY + fraction * rayY - y;
            float share = (metX * alongX + metY * alongY) / (alongX * alongX + alongY * alongY);
            return share >= 0 && share <= 1 ? fraction : 1;
        }
    }
}
