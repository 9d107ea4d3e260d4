package org.ascentrl.envs.classic;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import org.ascentrl.env.Frame;
import org.jspecify.annotations.Nullable;

/**
 * Draws {@link CartPole} off-screen, with the geometry and the colours of Gymnasium: 600 x 400 pixels, the track as wide as
 * the range of positions, corners at whole pixels.
 */
final class CartPoleRenderer {

    private static final int WIDTH = 600;
    private static final int HEIGHT = 400;
    private static final int RGB = 0xFFFFFF;
    private static final Color POLE = new Color(202, 152, 101);
    private static final Color AXLE = new Color(129, 132, 203);

    // In pixels; y grows upwards from the lowest row.
    private static final double SCALE = WIDTH / (2 * CartPole.POSITION_LIMIT); // pixels per metre
    private static final double POLE_LENGTH = SCALE * (2 * CartPole.HALF_POLE_LENGTH);
    private static final double POLE_WIDTH = 10;
    private static final double CART_WIDTH = 50;
    private static final double CART_HEIGHT = 30;
    private static final int CART_Y = 100;
    private static final double AXLE_Y = CART_Y + CART_HEIGHT / 4;

    private @Nullable BufferedImage image;

    /**
     * The picture of a state.
     *
     * @param x position of the cart in m
     * @param theta angle of the pole from upright in rad, clockwise is positive
     * @return the caller's to keep
     */
    Frame draw(double x, double theta) {
        BufferedImage canvas = canvas();
        Graphics2D graphics = canvas.createGraphics();
        try {
            draw(graphics, x * SCALE + WIDTH / 2.0, theta);
        } finally {
            graphics.dispose();
        }
        int[] rgb =
                ((DataBufferInt) canvas.getRaster().getDataBuffer()).getData().clone();
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] &= RGB; // Java2D leaves anything in the highest byte
        }
        return new Frame(WIDTH, HEIGHT, rgb);
    }

    /** The image that all frames are drawn on, made for the first: who never renders does without. */
    private BufferedImage canvas() {
        BufferedImage canvas = image;
        if (canvas == null) {
            canvas = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
            image = canvas;
        }
        return canvas;
    }

    private static void draw(Graphics2D graphics, double cartX, double theta) {
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setStroke(new BasicStroke(1));
        graphics.translate(0.5, 0.5); // whole numbers are the centres of pixels

        double half = CART_WIDTH / 2;
        fill(graphics, Color.BLACK, cartX, CART_Y, 0, half, CART_HEIGHT / 2, CART_HEIGHT / 2);
        half = POLE_WIDTH / 2;
        fill(graphics, POLE, cartX, AXLE_Y, theta, half, POLE_LENGTH - half, half);
        graphics.setColor(AXLE);
        double radius = half + 0.5;
        graphics.fill(new Ellipse2D.Double((int) cartX - radius, row((int) AXLE_Y) - radius, 2 * radius, 2 * radius));
        graphics.setColor(Color.BLACK);
        graphics.drawLine(0, row(CART_Y), WIDTH - 1, row(CART_Y));
    }

    /** A rectangle turned clockwise by {@code theta} around the point ({@code x}, {@code y}), its edge included. */
    private static void fill(
            Graphics2D graphics, Color color, double x, double y, double theta, double half, double up, double down) {
        double cos = Math.cos(theta);
        double sin = Math.sin(theta);
        Polygon polygon = new Polygon();
        for (double[] corner : new double[][] {{-half, -down}, {-half, up}, {half, up}, {half, -down}}) {
            polygon.addPoint(
                    (int) (corner[0] * cos + corner[1] * sin + x), row((int) (corner[1] * cos - corner[0] * sin + y)));
        }
        graphics.setColor(color);
        graphics.fill(polygon);
        graphics.draw(polygon);
    }

    private static int row(int y) {
        return HEIGHT - 1 - y;
    }
}
