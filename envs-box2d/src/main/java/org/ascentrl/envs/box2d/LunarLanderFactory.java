package org.ascentrl.envs.box2d;

/** {@code environment = LunarLander-v3}: {@link LunarLander}, truncated after 1000 steps and solved at a mean return of 200. */
public final class LunarLanderFactory extends Box2dFactory<LunarLanderSettings> {

    public LunarLanderFactory() {
        super(LunarLanderSettings.class, "LunarLander-v3", 1000, 200, LunarLander::new);
    }
}
