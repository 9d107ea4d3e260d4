package org.ascentrl.envs.classic;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.Path2D;

/** Draws {@link Pendulum}: 500 x 500 pixels, the motor in the middle, and around it an arrow as large as the torque. */
final class PendulumPicture extends ClassicPicture {

    private static final int SIZE = 500;
    private static final Color ROD = new Color(204, 77, 77);
    private static final double SCALE = SIZE / 4.4; // pixels per metre
    private static final int MIDDLE = SIZE / 2;
    private static final double HALF_WIDTH = 0.1 * SCALE;

    PendulumPicture() {
        super(SIZE, SIZE);
    }

    @Override
    void paint(Graphics2D graphics, double[] state) {
        double angle = state[0] + Math.PI / 2;
        fillTurned(graphics, ROD, MIDDLE, MIDDLE, angle, 0, SCALE, HALF_WIDTH, -HALF_WIDTH);
        fillCircle(graphics, ROD, MIDDLE, MIDDLE, (int) HALF_WIDTH);
        double[] end = turned(MIDDLE, MIDDLE, angle, SCALE, 0);
        fillCircle(graphics, ROD, end[0], end[1], (int) HALF_WIDTH);
        double torque = state[2];
        if (Math.abs(torque) > 0) {
            arrow(graphics, torque);
        }
        fillCircle(graphics, Color.BLACK, MIDDLE, MIDDLE, (int) (HALF_WIDTH / 2));
    }

    /** Three quarters of a circle, which is a metre wide at full torque, with a head that points where it turns. */
    private void arrow(Graphics2D graphics, double torque) {
        AffineTransform before = graphics.getTransform();
        double radius = SCALE * Math.abs(torque) / Pendulum.MAX_TORQUE / 2;
        graphics.translate(MIDDLE, row(MIDDLE));
        graphics.scale(torque > 0 ? -radius : radius, radius);
        graphics.setColor(Color.BLACK);
        graphics.setStroke(new BasicStroke(0.06f));
        graphics.draw(new Arc2D.Double(-0.9, -0.9, 1.8, 1.8, 90, -270, Arc2D.OPEN));
        Path2D head = new Path2D.Double();
        head.moveTo(-0.9, -0.3);
        head.lineTo(-1.02, 0.05);
        head.lineTo(-0.78, 0.05);
        head.closePath();
        graphics.fill(head);
        graphics.setTransform(before);
    }
}
