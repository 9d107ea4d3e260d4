package org.ascentrl.env.wrapper;

import org.ascentrl.env.Environment;
import org.ascentrl.env.space.Action;
import org.ascentrl.env.space.Box;
import org.ascentrl.settings.Setting;

/** Linear transformations of the numbers of a {@link Box}: x · scale + shift. */
public final class LinearTransform {

    private LinearTransform() {}

    /** The options. */
    public record Settings(
            @Setting(value = "scale of each number", min = 0, exclusiveMin = true)
            double scale,

            @Setting("shift, added after scaling") double shift) {}

    /**
     * Wraps an environment with transformed observations.
     *
     * @throws IllegalArgumentException if its observation space is not a box
     */
    public static TransformObservation observation(Settings settings, Environment inner) {
        float scale = (float) settings.scale();
        float shift = (float) settings.shift();
        if (!(inner.spec().observationSpace() instanceof Box box)) {
            throw new IllegalArgumentException("TransformObservation by a linear function is for environments whose"
                    + " observations are a Box; those of " + inner.spec().id() + " are "
                    + inner.spec().observationSpace());
        }
        float[] low = new float[box.flatSize()];
        float[] high = new float[box.flatSize()];
        for (int i = 0; i < low.length; i++) {
            low[i] = box.low(i) * scale + shift;
            high[i] = box.high(i) * scale + shift;
        }
        return new TransformObservation(
                inner,
                observation -> {
                    for (int i = 0; i < observation.length; i++) {
                        observation[i] = observation[i] * scale + shift;
                    }
                    return observation;
                },
                Box.of(low, high, box.shape()));
    }

    /**
     * Wraps an environment with transformed actions. Results that rounding moves out of the action space are clipped.
     *
     * @throws IllegalArgumentException if its action space is not a box
     */
    public static TransformAction action(Settings settings, Environment inner) {
        float scale = (float) settings.scale();
        float shift = (float) settings.shift();
        Box box = ActionWrapper.box("TransformAction by a linear function", inner);
        float[] low = new float[box.flatSize()];
        float[] high = new float[box.flatSize()];
        for (int i = 0; i < low.length; i++) {
            low[i] = (box.low(i) - shift) / scale;
            high[i] = (box.high(i) - shift) / scale;
        }
        return new TransformAction(
                inner,
                action -> {
                    float[] moved = new float[action.reals()];
                    for (int i = 0; i < moved.length; i++) {
                        moved[i] = box.clip(i, action.real(i) * scale + shift);
                    }
                    return Action.of(moved);
                },
                Box.of(low, high, box.shape()));
    }
}
