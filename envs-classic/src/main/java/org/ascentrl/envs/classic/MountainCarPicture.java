package org.ascentrl.envs.classic;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;

/** Draws {@link MountainCar} and {@link MountainCarContinuous}: 600 x 400 pixels, as wide as the range of positions. */
final class MountainCarPicture extends ClassicPicture {

    private static final int WIDTH = 600;
    private static final int HEIGHT = 400;
    private static final Color WHEEL = new Color(128, 128, 128);
    private static final Color FLAG = new Color(204, 204, 0);
    private static final double SCALE = WIDTH / (MountainCar.MAX_POSITION - MountainCar.MIN_POSITION);
    private static final int HILL_POINTS = 100;
    private static final double CAR_WIDTH = 40;
    private static final double CAR_HEIGHT = 20;
    private static final double CLEARANCE = 10;
    private static final int POLE_HEIGHT = 50;

    private final double goal;

    /** @param goal the position of the flag */
    MountainCarPicture(double goal) {
        super(WIDTH, HEIGHT);
        this.goal = goal;
    }

    @Override
    void paint(Graphics2D graphics, double[] state) {
        graphics.setColor(Color.BLACK);
        graphics.draw(hill());
        double position = state[0];
        double x = x(position);
        double y = CLEARANCE + y(position);
        double slope = Math.cos(3 * position);
        fillTurned(graphics, Color.BLACK, x, y, slope, -CAR_WIDTH / 2, CAR_WIDTH / 2, CAR_HEIGHT, 0);
        for (double axle : new double[] {CAR_WIDTH / 4, -CAR_WIDTH / 4}) {
            double[] wheel = turned(x, y, slope, axle, 0);
            fillCircle(graphics, WHEEL, wheel[0], wheel[1], (int) (CAR_HEIGHT / 2.5));
        }
        int flagX = (int) x(goal);
        int foot = (int) y(goal);
        int top = foot + POLE_HEIGHT;
        graphics.setColor(Color.BLACK);
        graphics.drawLine(flagX, row(foot), flagX, row(top));
        fill(graphics, FLAG, new double[] {flagX, top}, new double[] {flagX, top - 10}, new double[] {
            flagX + 25, top - 5
        });
    }

    private static Path2D hill() {
        Path2D hill = new Path2D.Double();
        for (int i = 0; i < HILL_POINTS; i++) {
            double position = MountainCar.MIN_POSITION
                    + i * (MountainCar.MAX_POSITION - MountainCar.MIN_POSITION) / (HILL_POINTS - 1);
            if (i == 0) {
                hill.moveTo(x(position), HEIGHT - 1 - y(position));
            } else {
                hill.lineTo(x(position), HEIGHT - 1 - y(position));
            }
        }
        return hill;
    }

    private static double x(double position) {
        return (position - MountainCar.MIN_POSITION) * SCALE;
    }

    private static double y(double position) {
        return (Math.sin(3 * position) * 0.45 + 0.55) * SCALE;
    }
}
