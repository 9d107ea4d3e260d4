package org.ascentrl.testing;

import java.util.SplittableRandom;
import org.ascentrl.tensor.Shape;

/**
 * Numbers to compute with: they depend on the arguments of the method that made them only.
 *
 * @param shape their shape
 * @param values the numbers, row-major
 */
public record Input(Shape shape, float[] values) {

    /** The given numbers in one axis. */
    public static Input of(float... values) {
        return new Input(Shape.of(values.length), values);
    }

    /** Uniform in ±2. */
    public static Input random(long seed, Shape shape) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] values = new float[shape.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextDouble(-2, 2);
        }
        return new Input(shape, values);
    }

    /**
     * From about −2 to 2, no two alike, none close to 0, in no obvious order.
     *
     * @param which inputs with different numbers have no value in common
     */
    public static Input spread(int which, Shape shape) {
        int count = shape.size() % 7 == 0 ? shape.size() + 1 : shape.size();
        float[] values = new float[shape.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (4 * (i * 7 % count + 0.5) / count - 1.93 + 0.0137 * which);
        }
        return new Input(shape, values);
    }

    /** As {@link #spread}, but from about 0.5 to 2.5. */
    public static Input positive(int which, Shape shape) {
        Input spread = spread(which, shape);
        for (int i = 0; i < spread.values.length; i++) {
            spread.values[i] = spread.values[i] / 2 + 1.5f;
        }
        return spread;
    }

    @Override
    public String toString() {
        return shape.toString();
    }
}
