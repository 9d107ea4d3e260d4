package org.ascentrl.envs.classic;

import java.awt.Color;
import java.awt.Graphics2D;

/** Draws {@link CartPole}: 600 x 400 pixels, the track as wide as the range of positions. */
final class CartPolePicture extends ClassicPicture {

    private static final int WIDTH = 600;
    private static final Color POLE = new Color(202, 152, 101);
    private static final Color AXLE = new Color(129, 132, 203);

    private static final double SCALE = WIDTH / (2 * CartPole.POSITION_LIMIT); // pixels per metre
    private static final double POLE_LENGTH = SCALE * (2 * CartPole.HALF_POLE_LENGTH);
    private static final double POLE_WIDTH = 10;
    private static final double CART_WIDTH = 50;
    private static final double CART_HEIGHT = 30;
    private static final int CART_Y = 100;
    private static final double AXLE_Y = CART_Y + CART_HEIGHT / 4;

    CartPolePicture() {
        super(WIDTH, 400);
    }

    @Override
    void paint(Graphics2D graphics, double[] state) {
        double x = state[0] * SCALE + WIDTH / 2.0;
        double half = CART_WIDTH / 2;
        fillTurned(graphics, Color.BLACK, x, CART_Y, 0, -half, half, CART_HEIGHT / 2, -CART_HEIGHT / 2);
        half = POLE_WIDTH / 2;
        fillTurned(graphics, POLE, x, AXLE_Y, -state[2], -half, half, POLE_LENGTH - half, -half);
        fillCircle(graphics, AXLE, x, AXLE_Y, (int) half);
        graphics.setColor(Color.BLACK);
        graphics.drawLine(0, row(CART_Y), WIDTH - 1, row(CART_Y));
    }
}
