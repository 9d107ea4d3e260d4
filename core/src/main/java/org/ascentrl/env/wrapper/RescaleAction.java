package org.ascentrl.env.wrapper;

import org.ascentrl.env.Environment;
import org.ascentrl.env.space.Action;
import org.ascentrl.env.space.Box;
import org.ascentrl.settings.Setting;

/**
 * Accepts actions between two bounds, the same for each number, and maps them linearly to the bounds of the action
 * space: with g = (max − min) / (high − low) and b = min − g·low, the action a becomes (a − b) / g, in float32.
 */
public final class RescaleAction extends ActionWrapper {

    /** The options. */
    public record Settings(
            @Setting("lower bound of the rescaled actions") double minAction,

            @Setting("upper bound of the rescaled actions") double maxAction) {}

    private final Box bounds;
    private final float[] gradient;
    private final float[] intercept;

    /**
     * @param minAction the lower bound of each number
     * @param maxAction the upper bound of each number
     * @throws IllegalArgumentException if the action space is not a box, a bound is infinite, or {@code minAction} is
     *     not less than {@code maxAction}
     */
    public RescaleAction(Environment inner, float minAction, float maxAction) {
        super(inner, target(box("RescaleAction", inner), minAction, maxAction));
        bounds = box("RescaleAction", inner);
        gradient = new float[bounds.reals()];
        intercept = new float[bounds.reals()];
        for (int i = 0; i < gradient.length; i++) {
            double range = (double) bounds.high(i) - bounds.low(i);
            if (!(range > 0 && range < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("RescaleAction: number " + i + " of an action lies between "
                        + bounds.low(i) + " and " + bounds.high(i) + "; both must be finite, and not equal");
            }
            gradient[i] = (float) (((double) maxAction - minAction) / range);
            intercept[i] = (float) ((double) (gradient[i] * -bounds.low(i)) + minAction);
        }
    }

    private static Box target(Box box, float minAction, float maxAction) {
        if (!(minAction < maxAction) || Float.isInfinite(minAction) || Float.isInfinite(maxAction)) {
            throw new IllegalArgumentException("RescaleAction: min-action = " + minAction + ", max-action = "
                    + maxAction + ": both must be finite, and the first less than the second");
        }
        return Box.of(minAction, maxAction, box.shape());
    }

    /** Returns the rescaled action, clipped where rounding exceeds the bounds. */
    @Override
    protected Action action(Action action) {
        float[] rescaled = new float[gradient.length];
        for (int i = 0; i < rescaled.length; i++) {
            rescaled[i] = bounds.clip(i, (action.real(i) - intercept[i]) / gradient[i]);
        }
        return Action.of(rescaled);
    }
}
