package org.ascentrl.envs.box2d;

/**
 * {@code environment = BipedalWalker-v3}: {@link BipedalWalker}, truncated after 1600 steps and solved at a mean return of
 * 300.
 */
public final class BipedalWalkerFactory extends Box2dFactory<BipedalWalkerSettings> {

    public BipedalWalkerFactory() {
        super(BipedalWalkerSettings.class, "BipedalWalker-v3", 1600, 300, BipedalWalker::new);
    }
}
