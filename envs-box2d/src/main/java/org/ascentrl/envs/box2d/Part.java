package org.ascentrl.envs.box2d;

import com.badlogic.gdx.physics.box2d.PolygonShape;
import java.util.Arrays;

/**
 * The shape and the matter of a body that moves.
 *
 * @param corners x and y of each, around the body's origin, in metres; at most 8 corners of a convex polygon
 * @param box whether they are those of a rectangle around the origin, which Box2D takes more exactly
 * @param density in kg/m²
 * @param category the bit of its kind; it collides with the ground alone
 */
record Part(float[] corners, boolean box, float density, float friction, short category) {

    /** @param drawn x and y of each corner, in pixels of the {@link Scene} */
    static Part polygon(double density, double friction, short category, double... drawn) {
        double[] corners = Arrays.stream(drawn).map(x -> x / Scene.SCALE).toArray();
        return new Part(rounded(corners), false, (float) density, (float) friction, category);
    }

    static float[] rounded(double[] numbers) {
        float[] rounded = new float[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            rounded[i] = (float) numbers[i];
        }
        return rounded;
    }

    /** A rectangle of twice these sides. */
    static Part box(double halfWidth, double halfHeight, double density, double friction, short category) {
        float x = (float) halfWidth;
        float y = (float) halfHeight;
        float[] corners = {-x, -y, x, -y, x, y, -x, y};
        return new Part(corners, true, (float) density, (float) friction, category);
    }

    /** A new native shape, the caller's to dispose. */
    PolygonShape shape() {
        PolygonShape shape = new PolygonShape();
        if (box) {
            shape.setAsBox(corners[4], corners[5]);
        } else {
            shape.set(corners);
        }
        return shape;
    }
}
