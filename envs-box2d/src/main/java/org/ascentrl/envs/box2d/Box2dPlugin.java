package org.ascentrl.envs.box2d;

import java.util.OptionalDouble;
import org.ascentrl.wiring.Plugin;

/** Offers the Box2D environments of Gymnasium. */
public final class Box2dPlugin extends Plugin {

    private static final OptionalDouble LANDED = OptionalDouble.of(200);
    private static final OptionalDouble WALKED = OptionalDouble.of(300);

    @Override
    protected void configure() {
        offerTask("BipedalWalker-v3", 1600, WALKED, BipedalWalkerSettings.class, BipedalWalker::new);
        offerTask("BipedalWalkerHardcore-v3", 2000, WALKED, BipedalWalkerSettings.class, BipedalWalker::new);
        offerTask("LunarLander-v3", 1000, LANDED, LunarLanderSettings.class, LunarLander::new);
        offerTask("LunarLanderContinuous-v3", 1000, LANDED, LunarLanderSettings.class, LunarLander::new);
    }
}
