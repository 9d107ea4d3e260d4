package org.ascentrl.report.video;

import java.util.ArrayList;
import java.util.List;
import org.ascentrl.Ascent;
import org.ascentrl.env.Environment;
import org.ascentrl.env.render.Frame;
import org.ascentrl.env.space.Action;

/** Frames of CartPole, in which the cart moves. */
final class CartPoleFrames {

    static final int WIDTH = 600;
    static final int HEIGHT = 400;

    private CartPoleFrames() {}

    /** {@code count} frames of episodes that push to the right only; each lasts about nine steps. */
    static List<Frame> of(int count) {
        List<Frame> frames = new ArrayList<>();
        try (Environment environment = Ascent.environment("CartPole-v1")) {
            for (long seed = 0; frames.size() < count; seed++) {
                environment.reset(seed);
                boolean done = false;
                while (!done && frames.size() < count) {
                    frames.add(environment.render().orElseThrow());
                    done = environment.step(Action.of(1)).done();
                }
            }
        }
        return frames;
    }
}
