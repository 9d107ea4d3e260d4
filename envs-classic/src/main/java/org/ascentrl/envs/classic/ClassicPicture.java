package org.ascentrl.envs.classic;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.geom.Ellipse2D;
import org.ascentrl.env.render.Frame;
import org.ascentrl.env.render.FrameCanvas;

/**
 * Draws the states of a {@link ClassicTask} off-screen, with the geometry and the colors of Gymnasium: corners at whole
 * pixels of the picture's own size, to which other sizes are scaled.
 */
abstract class ClassicPicture {

    private final int height;
    private final FrameCanvas canvas;

    /**
     * @param width in pixels
     * @param height in pixels
     */
    ClassicPicture(int width, int height) {
        this.height = height;
        canvas = new FrameCanvas(width, height);
    }

    /** Paints a state on white. Whole numbers are the centres of pixels; y grows downwards: see {@link #row}. */
    abstract void paint(Graphics2D graphics, double[] state);

    /** The picture of a state, the caller's to keep. */
    final Frame draw(double[] state) {
        return canvas.draw(graphics -> paint(graphics, state));
    }

    /** The same within {@code frameWidth} by {@code frameHeight} pixels, as large as its proportions allow. */
    final Frame draw(double[] state, int frameWidth, int frameHeight) {
        return canvas.draw(frameWidth, frameHeight, graphics -> paint(graphics, state));
    }

    /** The row, from the top, of a number of pixels above the lowest row. */
    final int row(double y) {
        return height - 1 - (int) y;
    }

    /** The x of column {@code x}, as Gymnasium cuts it off. */
    static int column(double x) {
        return (int) x;
    }

    /**
     * Fills a polygon, its edge included.
     *
     * @param corners x and y of each, y upwards
     */
    final void fill(Graphics2D graphics, Color color, double[]... corners) {
        Polygon polygon = new Polygon();
        for (double[] corner : corners) {
            polygon.addPoint(column(corner[0]), row(corner[1]));
        }
        graphics.setColor(color);
        graphics.fill(polygon);
        graphics.draw(polygon);
    }

    /**
     * Fills a rectangle that is turned.
     *
     * @param x where the point lies that it is turned around
     * @param y upwards
     * @param angle counterclockwise, in rad
     * @param rectangle left, right, top and bottom edge, seen from that point
     */
    final void fillTurned(Graphics2D graphics, Color color, double x, double y, double angle, double... rectangle) {
        double left = rectangle[0];
        double right = rectangle[1];
        double top = rectangle[2];
        double bottom = rectangle[3];
        fill(
                graphics,
                color,
                turned(x, y, angle, left, bottom),
                turned(x, y, angle, left, top),
                turned(x, y, angle, right, top),
                turned(x, y, angle, right, bottom));
    }

    /** Returns the point ({@code dx}, {@code dy}), relative to ({@code x}, {@code y}), turned around it. */
    static double[] turned(double x, double y, double angle, double dx, double dy) {
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        return new double[] {dx * cos - dy * sin + x, dx * sin + dy * cos + y};
    }

    /** Fills a circle around the centre of a pixel. */
    final void fillCircle(Graphics2D graphics, Color color, double x, double y, int radius) {
        double reach = radius + 0.5;
        graphics.setColor(color);
        graphics.fill(new Ellipse2D.Double(column(x) - reach, row(y) - reach, 2 * reach, 2 * reach));
    }
}
