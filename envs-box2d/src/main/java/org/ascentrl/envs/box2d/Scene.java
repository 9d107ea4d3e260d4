package org.ascentrl.envs.box2d;

import com.badlogic.gdx.math.Vector2;
import com.badlogic.gdx.physics.box2d.Body;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.util.Arrays;

/** A drawing in meters, y upwards: 600 x 400 pixels, 30 for a meter, as Gymnasium draws both tasks. */
final class Scene {

    static final int WIDTH = 600;
    static final int HEIGHT = 400;

    /** Pixels for a metre. */
    static final double SCALE = 30;

    private static final double PIXEL = 1 / SCALE; // m

    private final Graphics2D graphics;

    /** @param left what x lies at the left edge, in metres */
    Scene(Graphics2D graphics, double left) {
        this.graphics = graphics;
        graphics.translate(-0.5, HEIGHT - 0.5); // from centres of pixels to their edges
        graphics.scale(SCALE, -SCALE);
        graphics.translate(-left, 0);
        graphics.setStroke(new BasicStroke((float) PIXEL));
    }

    /** @param corners x and y of each */
    void fill(Color color, double... corners) {
        graphics.setColor(color);
        graphics.fill(polygon(corners));
    }

    /**
     * Fills what lies between a line of points and a height, without seams between them.
     *
     * @param x of each point from {@code from} to {@code to}, exclusive; as y
     */
    void fillTo(Color color, double height, double[] x, double[] y, int from, int to) {
        double[] corners = new double[2 * (to - from) + 4];
        int next = 0;
        for (int i = from; i < to; i++) {
            corners[next++] = x[i];
            corners[next++] = y[i];
        }
        corners[next++] = x[to - 1];
        corners[next++] = height;
        corners[next++] = x[from];
        corners[next] = height;
        fill(color, corners);
    }

    private static Path2D polygon(double... corners) {
        Path2D path = new Path2D.Double();
        path.moveTo(corners[0], corners[1]);
        for (int i = 2; i < corners.length; i += 2) {
            path.lineTo(corners[i], corners[i + 1]);
        }
        path.closePath();
        return path;
    }

    /** A line one pixel wide, through the middles of the pixels that its ends lie in. */
    void line(Color color, double x1, double y1, double x2, double y2) {
        graphics.setColor(color);
        double half = PIXEL / 2;
        graphics.draw(new Line2D.Double(x1 + half, y1 + half, x2 + half, y2 + half));
    }

    void circle(Color color, double x, double y, double radius) {
        graphics.setColor(color);
        graphics.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
    }

    /** The part that a body is made of, where the body is. */
    void part(Body body, Part part, Color color, Color edge) {
        AffineTransform before = graphics.getTransform();
        Vector2 position = body.getPosition();
        graphics.translate(position.x, position.y);
        graphics.rotate(body.getAngle());
        float[] rounded = part.corners();
        double[] corners = new double[rounded.length];
        Arrays.setAll(corners, i -> rounded[i]);
        outlined(color, edge, corners);
        graphics.setTransform(before);
    }

    void outlined(Color color, Color edge, double... corners) {
        fill(color, corners);
        graphics.setColor(edge);
        graphics.draw(polygon(corners));
    }

    /** A pole of 50 pixels with a pennant at its top. */
    void flag(Color pole, Color pennant, Color edge, double x, double y) {
        double top = y + 50 * PIXEL;
        line(pole, x, y, x, top);
        outlined(pennant, edge, x, top, x, top - 10 * PIXEL, x + 25 * PIXEL, top - 5 * PIXEL);
    }
}
