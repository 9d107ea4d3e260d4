package org.ascentrl.wiring;

import org.ascentrl.algorithm.a2c.A2cFactory;
import org.ascentrl.algorithm.dqn.DqnFactory;
import org.ascentrl.algorithm.dqn.QrDqnFactory;
import org.ascentrl.algorithm.ppo.PpoFactory;
import org.ascentrl.algorithm.reinforce.ReinforceFactory;
import org.ascentrl.algorithm.sac.SacFactory;
import org.ascentrl.algorithm.td3.DdpgFactory;
import org.ascentrl.algorithm.td3.Td3Factory;
import org.ascentrl.collect.LocalCollectorFactory;
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
import org.ascentrl.policy.network.MlpEncoderFactory;

/** What core offers. */
public final class CorePlugin extends Plugin {

    @Override
    protected void configure() {
        bindAlgorithm("reinforce", ReinforceFactory.class);
        bindAlgorithm("a2c", A2cFactory.class);
        bindAlgorithm("ppo", PpoFactory.class);
        bindAlgorithm("dqn", DqnFactory.class);
        bindAlgorithm("qr-dqn", QrDqnFactory.class);
        bindAlgorithm("sac", SacFactory.class);
        bindAlgorithm("td3", Td3Factory.class);
        bindAlgorithm("ddpg", DdpgFactory.class);
        bindEncoder("mlp", MlpEncoderFactory.class);
        bindOptimizer("adam", AdamFactory.class);
        bindOptimizer("adamw", AdamWFactory.class);
        bindOptimizer("rmsprop", RmsPropFactory.class);
        bindOptimizer("sgd", SgdFactory.class);
        bindCollector("local", LocalCollectorFactory.class);
        bindWrapper("ClipAction", ClipActionFactory.class);
        bindWrapper("ClipReward", ClipRewardFactory.class);
        bindWrapper("EpisodeStatistics", EpisodeStatisticsFactory.class);
        bindWrapper("FrameStack", FrameStackFactory.class);
        bindWrapper("RescaleAction", RescaleActionFactory.class);
        bindWrapper("StickyAction", StickyActionFactory.class);
        bindWrapper("TimeAwareObservation", TimeAwareObservationFactory.class);
        bindWrapper("TimeLimit", TimeLimitFactory.class);
        bindWrapper("TransformAction", TransformActionFactory.class);
        bindWrapper("TransformObservation", TransformObservationFactory.class);
        bindWrapper("TransformReward", TransformRewardFactory.class);
    }
}
