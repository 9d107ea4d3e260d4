package org.ascentrl.envs.box2d;

/**
 * {@code environment = BipedalWalkerHardcore-v3}: {@link BipedalWalker} among obstacles, unless its settings say otherwise;
 * truncated after 2000 steps and solved at a mean return of 300.
 */
public final class BipedalWalkerHardcoreFactory extends Box2dFactory<BipedalWalkerSettings> {

    public BipedalWalkerHardcoreFactory() {
        super(BipedalWalkerSettings.class, "BipedalWalkerHardcore-v3", 2000, 300, BipedalWalker::new);
    }
}
