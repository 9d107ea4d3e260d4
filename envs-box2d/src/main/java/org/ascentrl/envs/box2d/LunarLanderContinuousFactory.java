package org.ascentrl.envs.box2d;

/**
 * {@code environment = LunarLanderContinuous-v3}: {@link LunarLander} with engines that are throttled, unless its settings
 * say otherwise; truncated after 1000 steps and solved at a mean return of 200.
 */
public final class LunarLanderContinuousFactory extends Box2dFactory<LunarLanderSettings> {

    public LunarLanderContinuousFactory() {
        super(LunarLanderSettings.class, "LunarLanderContinuous-v3", 1000, 200, LunarLander::new);
    }
}
