package org.ascentrl.envs.box2d;

import java.util.ArrayList;
import java.util.List;
import org.ascentrl.random.NumpyGenerator;

/**
 * The ground that a walker walks on.
 *
 * @param x of each point, a multiple of {@link #STEP}, in metres
 * @param y of each point, in metres
 * @param obstacles x and y of the four corners of each, in metres
 * @param clouds x and y of the corners of each, in metres; in pictures alone
 */
record WalkerTerrain(double[] x, double[] y, List<double[]> obstacles, List<double[]> clouds) {

    static final double STEP = 14 / Scene.SCALE; // m
    static final int LENGTH = 200; // points
    static final double HEIGHT = Scene.HEIGHT / Scene.SCALE / 4; // m

    /** The number of flat points at the start. */
    static final int START = 20;

    /** The largest number of points between obstacles; as many lie behind the goal. */
    static final int GRASS = 10;

    private static final int CLOUDS = LENGTH / 20;
    private static final int CLOUD_CORNERS = 5;

    /** The kind of ground from some point on. Gymnasium draws an obstacle as a number from 1. */
    private enum Kind {
        GRASS,
        STUMP,
        STAIRS,
        PIT;

        private static final List<Kind> ALL = List.of(values());
    }

    static WalkerTerrain draw(boolean hardcore, NumpyGenerator random) {
        Builder builder = new Builder(random);
        for (int i = 0; i < LENGTH; i++) {
            builder.addPoint(i, hardcore);
        }
        return new WalkerTerrain(builder.x, builder.y, builder.obstacles, clouds(random));
    }

    private static List<double[]> clouds(NumpyGenerator random) {
        List<double[]> clouds = new ArrayList<>();
        double y = Scene.HEIGHT / Scene.SCALE * 3 / 4;
        for (int i = 0; i < CLOUDS; i++) {
            double x = random.uniform(0, LENGTH) * STEP;
            double[] corners = new double[2 * CLOUD_CORNERS];
            for (int corner = 0; corner < CLOUD_CORNERS; corner++) {
                double angle = 3.14 * 2 * corner / CLOUD_CORNERS;
                corners[2 * corner] = x + 15 * STEP * Math.sin(angle) + random.uniform(0, 5 * STEP);
                corners[2 * corner + 1] = y + 5 * STEP * Math.cos(angle) + random.uniform(0, 5 * STEP);
            }
            clouds.add(corners);
        }
        return clouds;
    }

    /** Draws point by point, from left to right. */
    private static final class Builder {

        private final NumpyGenerator random;
        private final double[] x = new double[LENGTH];
        private final double[] y = new double[LENGTH];
        private final List<double[]> obstacles = new ArrayList<>();
        private Kind kind = Kind.GRASS;
        private boolean begins;
        private int left = START; // points of this kind
        private double height = HEIGHT;
        private double slope;
        private double edge; // height where the obstacle began
        private int stairs;
        private int stairWidth;
        private int stairHeight;

        Builder(NumpyGenerator random) {
            this.random = random;
        }

        void addPoint(int i, boolean hardcore) {
            double at = i * STEP;
            switch (kind) {
                case GRASS -> grow(i);
                case STUMP -> stump(at);
                case STAIRS -> climb(at);
                case PIT -> dig(at);
            }
            x[i] = at;
            y[i] = height;
            begins = false;
            left--;
            if (left == 0) {
                left = (int) random.integers(GRASS / 2, GRASS);
                kind = kind == Kind.GRASS && hardcore
                        ? Kind.ALL.get((int) random.integers(1, Kind.ALL.size()))
                        : Kind.GRASS;
                begins = true;
            }
        }

        /** The first point after an obstacle is as high as its end. */
        private void grow(int i) {
            if (!begins) {
                slope = 0.8 * slope + 0.01 * Math.signum(HEIGHT - height);
                if (i > START) {
                    slope += random.uniform(-1, 1) / Scene.SCALE;
                }
                height += slope;
            }
        }

        private void stump(double x) {
            if (begins) {
                left = (int) random.integers(1, 3);
                double right = x + left * STEP;
                double top = height + left * STEP;
                obstacles.add(new double[] {x, height, right, height, right, top, x, top});
            }
        }

        private void climb(double x) {
            if (begins) {
                stairHeight = random.random() > 0.5 ? 1 : -1;
                stairWidth = (int) random.integers(4, 5);
                stairs = (int) random.integers(3, 5);
                edge = height;
                for (int stair = 0; stair < stairs; stair++) {
                    double from = x + stair * stairWidth * STEP;
                    double to = x + (stair + 1) * stairWidth * STEP;
                    double top = height + stair * stairHeight * STEP;
                    double bottom = height + (stair * stairHeight - 1) * STEP;
                    obstacles.add(new double[] {from, top, to, top, to, bottom, from, bottom});
                }
                left = stairs * stairWidth;
            } else {
                int walked = stairs * stairWidth - left - stairHeight;
                height = edge + (double) walked / stairWidth * stairHeight * STEP;
            }
        }

        /** Between two walls, one point wide. */
        private void dig(double x) {
            if (begins) {
                left = (int) random.integers(3, 5);
                double right = x + STEP;
                double bottom = height - 4 * STEP;
                double away = STEP * left;
                obstacles.add(new double[] {x, height, right, height, right, bottom, x, bottom});
                obstacles.add(
                        new double[] {x + away, height, right + away, height, right + away, bottom, x + away, bottom});
                left += 2;
                edge = height;
            } else {
                height = left > 1 ? edge - 4 * STEP : edge;
            }
        }
    }
}
