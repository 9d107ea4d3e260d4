package org.ascentrl.envs.box2d;

import com.badlogic.gdx.math.Vector2;
import com.badlogic.gdx.physics.box2d.Body;
import java.awt.Color;
import java.awt.Graphics2D;

/** Draws {@link BipedalWalker} as it walks past: the walker stays near the left edge, and clouds pass half as fast. */
final class WalkerPicture {

    private static final Color SKY = new Color(215, 215, 255);
    private static final Color EARTH = new Color(102, 153, 76);
    private static final Color GRASS = new Color(76, 255, 76);
    private static final Color DARK_GRASS = new Color(76, 204, 76);
    private static final Color OBSTACLE_EDGE = new Color(153, 153, 153);
    private static final Color PENNANT = new Color(230, 51, 0);
    private static final Color HULL = new Color(127, 51, 229);
    private static final Color HULL_EDGE = new Color(76, 76, 127);

    private static final double WIDTH = Scene.WIDTH / Scene.SCALE; // m
    private static final double HEIGHT = Scene.HEIGHT / Scene.SCALE; // m
    private static final double FLAG_X = 3 * WalkerTerrain.STEP; // m

    /** A ray of the lidar is drawn at a time, there and back, then none for a while. */
    private static final int SWEEP = 100; // steps

    private final Scene scene;
    private final Body hull;
    private final double left;

    WalkerPicture(Graphics2D graphics, Body hull) {
        this.hull = hull;
        left = Math.max(hull.getPosition().x - WIDTH / 5, 0);
        scene = new Scene(graphics, left);
    }

    void paintTerrain(WalkerTerrain terrain) {
        scene.fill(SKY, left, 0, left + WIDTH, 0, left + WIDTH, HEIGHT, left, HEIGHT);
        for (double[] cloud : terrain.clouds()) {
            double[] moved = cloud.clone();
            for (int i = 0; i < moved.length; i += 2) {
                moved[i] += left / 2;
            }
            scene.fill(Color.WHITE, moved);
        }
        double[] x = terrain.x();
        double[] y = terrain.y();
        int from = (int) (left / WalkerTerrain.STEP);
        int to = Math.min((int) ((left + WIDTH) / WalkerTerrain.STEP) + 2, WalkerTerrain.LENGTH);
        scene.fillTo(EARTH, 0, x, y, from, to);
        for (int i = from; i + 1 < to; i++) {
            scene.line(i % 2 == 0 ? GRASS : DARK_GRASS, x[i], y[i], x[i + 1], y[i + 1]);
        }
        for (double[] obstacle : terrain.obstacles()) {
            scene.outlined(Color.WHITE, OBSTACLE_EDGE, obstacle);
        }
        scene.flag(Color.BLACK, PENNANT, Color.BLACK, FLAG_X, WalkerTerrain.HEIGHT);
    }

    void paintLidar(Lidar lidar, int steps) {
        int place = steps % SWEEP;
        if (place < 2 * Lidar.RAYS) {
            int ray = place < Lidar.RAYS ? place : 2 * Lidar.RAYS - 1 - place;
            Vector2 from = hull.getPosition();
            scene.line(Color.RED, from.x, from.y, from.x + lidar.metX(ray), from.y + lidar.metY(ray));
        }
    }

    /** @param side −1 for the first, which is lighter, 1 for the second */
    void paintLeg(int side, Body upper, Body lower) {
        int shade = 25 * side;
        Color color = new Color(153 - shade, 76 - shade, 127 - shade);
        Color edge = new Color(102 - shade, 51 - shade, 76 - shade);
        scene.part(upper, WalkerEpisode.UPPER_LEG, color, edge);
        scene.part(lower, WalkerEpisode.LOWER_LEG, color, edge);
    }

    void paintHull() {
        scene.part(hull, WalkerEpisode.HULL, HULL, HULL_EDGE);
    }
}
