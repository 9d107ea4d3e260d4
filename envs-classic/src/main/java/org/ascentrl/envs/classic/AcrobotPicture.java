package org.ascentrl.envs.classic;

import java.awt.Color;
import java.awt.Graphics2D;

/** Draws {@link Acrobot}: 500 x 500 pixels, the fixed point in the middle, and the height to be reached. */
final class AcrobotPicture extends ClassicPicture {

    private static final int SIZE = 500;
    private static final Color ROD = new Color(0, 204, 204);
    private static final Color JOINT = new Color(204, 204, 0);
    private static final double SCALE = SIZE / 4.4; // pixels per metre
    private static final double MIDDLE = SIZE / 2.0;
    private static final double HALF_WIDTH = 0.1 * SCALE;

    AcrobotPicture() {
        super(SIZE, SIZE);
    }

    @Override
    void paint(Graphics2D graphics, double[] state) {
        graphics.setColor(Color.BLACK);
        int goal = row(MIDDLE + SCALE);
        graphics.drawLine(0, goal, SIZE - 1, goal);
        double first = state[0] - Math.PI / 2;
        double[] joint = turned(MIDDLE, MIDDLE, first, SCALE, 0);
        rod(graphics, MIDDLE, MIDDLE, first);
        rod(graphics, joint[0], joint[1], first + state[1]);
    }

    private void rod(Graphics2D graphics, double x, double y, double angle) {
        fillTurned(graphics, ROD, x, y, angle, 0, SCALE, HALF_WIDTH, -HALF_WIDTH);
        fillCircle(graphics, JOINT, x, y, (int) HALF_WIDTH);
    }
}
