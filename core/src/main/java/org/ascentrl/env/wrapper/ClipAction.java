package org.ascentrl.env.wrapper;

import org.ascentrl.env.Environment;
import org.ascentrl.env.space.Action;
import org.ascentrl.env.space.Box;

/** Accepts any real numbers as an action, and clips them to the bounds of the action space. */
public final class ClipAction extends ActionWrapper {

    private final Box bounds;

    /** @throws IllegalArgumentException if the action space is not a box */
    public ClipAction(Environment inner) {
        super(inner, unbounded(box("ClipAction", inner)));
        bounds = box("ClipAction", inner);
    }

    private static Box unbounded(Box box) {
        return Box.of(Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY, box.shape());
    }

    @Override
    protected Action action(Action action) {
        float[] clipped = new float[bounds.reals()];
        for (int i = 0; i < clipped.length; i++) {
            clipped[i] = bounds.clip(i, action.real(i));
        }
        return Action.of(clipped);
    }
}
