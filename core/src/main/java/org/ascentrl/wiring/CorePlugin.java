package org.ascentrl.wiring;

import org.ascentrl.algorithm.a2c.A2cFactory;
import org.ascentrl.algorithm.ppo.PpoFactory;
import org.ascentrl.algorithm.reinforce.ReinforceFactory;
import org.ascentrl.env.wrapper.ClipActionFactory;
import org.ascentrl.env.wrapper.ClipRewardFactory;
import org.ascentrl.env.wrapper.EpisodeStatisticsFactory;
import org.ascentrl.env.wrapper.FrameStackFactory;
import org.ascentrl.env.wrapper.RescaleActionFactory;
import org.ascentrl.env.wrapper.StickyActionFactory;
import org.ascentrl.env.wrapper.TimeAwareObservationFactory;
import org.ascentrl.env.wrapper.TimeLimitFactory;
import org.ascentrl.env.wrapper.TransformActionFactory;
import org.ascentrl.env.wrapper.TransformObservationFactory;
import org.ascentrl.env.wrapper.TransformRewardFactory;
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
        bindWrapper("clip-action", ClipActionFactory.class);
        bindWrapper("clip-reward", ClipRewardFactory.class);
        bindWrapper("episode-statistics", EpisodeStatisticsFactory.class);
        bindWrapper("frame-stack", FrameStackFactory.class);
        bindWrapper("rescale-action", RescaleActionFactory.class);
        bindWrapper("sticky-action", StickyActionFactory.class);
        bindWrapper("time-aware-observation", TimeAwareObservationFactory.class);
        bindWrapper("time-limit", TimeLimitFactory.class);
        bindWrapper("transform-action", TransformActionFactory.class);
        bindWrapper("transform-observation", TransformObservationFactory.class);
        bindWrapper("transform-reward", TransformRewardFactory.class);
    }
}
