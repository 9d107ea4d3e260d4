package org.ascentrl.envs.box2d;

import org.ascentrl.random.NumpyGenerator;

/**
 * The ground that a lander comes down to: points at equal distances, flat around the helipad in the middle.
 *
 * @param x of each point, in metres
 * @param y of each point, in metres
 */
record MoonTerrain(double[] x, double[] y) {

    private static final int POINTS = 11;
    private static final int MIDDLE = POINTS / 2;

    static final double HELIPAD_LEFT = LanderEpisode.WIDTH / (POINTS - 1) * (MIDDLE - 1);
    static final double HELIPAD_RIGHT = LanderEpisode.WIDTH / (POINTS - 1) * (MIDDLE + 1);

    /** The zero of the lander's height. The ground itself lies a hundredth of it lower. */
    static final double HELIPAD_Y = LanderEpisode.HEIGHT / 4;

    /** Heights are drawn, flattened around the helipad, and smoothed over three points; the first has the last before it. */
    static MoonTerrain draw(NumpyGenerator random) {
        double[] heights = new double[POINTS + 1];
        for (int i = 0; i < heights.length; i++) {
            heights[i] = random.uniform(0, LanderEpisode.HEIGHT / 2);
        }
        for (int i = MIDDLE - 2; i <= MIDDLE + 2; i++) {
            heights[i] = HELIPAD_Y;
        }
        double[] x = new double[POINTS];
        double[] y = new double[POINTS];
        for (int i = 0; i < POINTS; i++) {
            x[i] = LanderEpisode.WIDTH / (POINTS - 1) * i;
            y[i] = 0.33 * (heights[Math.floorMod(i - 1, heights.length)] + heights[i] + heights[i + 1]);
        }
        return new MoonTerrain(x, y);
    }

    /** Of the ground at {@code atX}, in metres; beyond the ends that of the end. */
    double height(double atX) {
        double place = Math.min(Math.max(atX / LanderEpisode.WIDTH, 0), 1) * (POINTS - 1);
        int before = Math.min((int) place, POINTS - 2);
        double share = place - before;
        return (1 - share) * y[before] + share * y[before + 1];
    }
}
