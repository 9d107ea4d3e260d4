package org.ascentrl.wiring;

import org.ascentrl.algorithm.a2c.A2cFactory;
import org.ascentrl.algorithm.ppo.PpoFactory;
import org.ascentrl.algorithm.reinforce.ReinforceFactory;
import org.ascentrl.env.wrapper.EpisodeStatisticsFactory;
import org.ascentrl.env.wrapper.TimeLimitFactory;
import org.ascentrl.optim.AdamFactory;
import org.ascentrl.optim.AdamWFactory;
import org.ascentrl.optim.RmsPropFactory;
import org.ascentrl.optim.SgdFactory;
import org.ascentrl.policy.MlpFactory;
import org.ascentrl.training.LocalCollectorFactory;

/** What core offers. */
public final class CorePlugin extends Plugin {

    @Override
    protected void configure() {
        bindAlgorithm("reinforce", ReinforceFactory.class);
        bindAlgorithm("a2c", A2cFactory.class);
        bindAlgorithm("ppo", PpoFactory.class);
        bindPolicy("mlp", MlpFactory.class);
        bindOptimizer("adam", AdamFactory.class);
        bindOptimizer("adamw", AdamWFactory.class);
        bindOptimizer("rmsprop", RmsPropFactory.class);
        bindOptimizer("sgd", SgdFactory.class);
        bindCollector("local", LocalCollectorFactory.class);
        bindWrapper("EpisodeStatistics", EpisodeStatisticsFactory.class);
        bindWrapper("TimeLimit", TimeLimitFactory.class);
    }
}
