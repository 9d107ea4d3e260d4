package org.ascentrl.wiring;

import static org.ascentrl.wiring.Kind.ALGORITHM;
import static org.ascentrl.wiring.Kind.COLLECTOR;
import static org.ascentrl.wiring.Kind.ENCODER;
import static org.ascentrl.wiring.Kind.OPTIMIZER;
import static org.ascentrl.wiring.Kind.SINKS;
import static org.ascentrl.wiring.Kind.WRAPPERS;

import org.ascentrl.algorithm.a2c.A2c;
import org.ascentrl.algorithm.a2c.A2cSettings;
import org.ascentrl.algorithm.dqn.Dqn;
import org.ascentrl.algorithm.dqn.DqnSettings;
import org.ascentrl.algorithm.dqn.QrDqn;
import org.ascentrl.algorithm.dqn.QrDqnSettings;
import org.ascentrl.algorithm.ppo.Ppo;
import org.ascentrl.algorithm.ppo.PpoSettings;
import org.ascentrl.algorithm.reinforce.Reinforce;
import org.ascentrl.algorithm.reinforce.ReinforceSettings;
import org.ascentrl.algorithm.sac.Sac;
import org.ascentrl.algorithm.sac.SacSettings;
import org.ascentrl.algorithm.td3.DdpgSettings;
import org.ascentrl.algorithm.td3.Td3;
import org.ascentrl.algorithm.td3.Td3Settings;
import org.ascentrl.collect.LocalCollector;
import org.ascentrl.env.wrapper.ClipAction;
import org.ascentrl.env.wrapper.ClipReward;
import org.ascentrl.env.wrapper.EpisodeStatistics;
import org.ascentrl.env.wrapper.FrameStack;
import org.ascentrl.env.wrapper.LinearTransform;
import org.ascentrl.env.wrapper.RescaleAction;
import org.ascentrl.env.wrapper.StickyAction;
import org.ascentrl.env.wrapper.TimeAwareObservation;
import org.ascentrl.env.wrapper.TimeLimit;
import org.ascentrl.env.wrapper.TransformReward;
import org.ascentrl.optim.Adam;
import org.ascentrl.optim.AdamSettings;
import org.ascentrl.optim.AdamWSettings;
import org.ascentrl.optim.RmsProp;
import org.ascentrl.optim.RmsPropSettings;
import org.ascentrl.optim.Sgd;
import org.ascentrl.optim.SgdSettings;
import org.ascentrl.policy.network.MlpEncoder;
import org.ascentrl.policy.network.MlpSettings;
import org.ascentrl.settings.NoSettings;
import org.ascentrl.sink.CsvSink;

/** Offers what is in core. */
public final class CorePlugin extends Plugin {

    @Override
    protected void configure() {
        offer(ALGORITHM, "reinforce", ReinforceSettings.class, Reinforce::new);
        offer(ALGORITHM, "a2c", A2cSettings.class, A2c::new);
        offer(ALGORITHM, "ppo", PpoSettings.class, Ppo::new);
        offer(ALGORITHM, "dqn", DqnSettings.class, Dqn::new);
        offer(ALGORITHM, "qr-dqn", QrDqnSettings.class, QrDqn::new);
        offer(ALGORITHM, "sac", SacSettings.class, Sac::new);
        offer(ALGORITHM, "td3", Td3Settings.class, Td3::new);
        offer(ALGORITHM, "ddpg", DdpgSettings.class, Td3::new);
        offer(ENCODER, "mlp", MlpSettings.class, MlpEncoder::new);
        offer(OPTIMIZER, "adam", AdamSettings.class, (s, of) -> new Adam(s, of.parameters(), of.tensors()));
        offer(OPTIMIZER, "adamw", AdamWSettings.class, (s, of) -> new Adam(s, of.parameters(), of.tensors()));
        offer(OPTIMIZER, "rmsprop", RmsPropSettings.class, (s, of) -> new RmsProp(s, of.parameters(), of.tensors()));
        offer(OPTIMIZER, "sgd", SgdSettings.class, (s, of) -> new Sgd(s, of.parameters(), of.tensors()));
        offer(COLLECTOR, "local", NoSettings.class, (none, setup) -> new LocalCollector(setup));
        offer(SINKS, "csv", NoSettings.class, (none, setup) -> new CsvSink(setup));
        wrappers();
    }

    private void wrappers() {
        offer(WRAPPERS, "ClipAction", NoSettings.class, (none, inner) -> new ClipAction(inner));
        offer(
                WRAPPERS,
                "ClipReward",
                ClipReward.Settings.class,
                (s, inner) -> new ClipReward(
                        inner,
                        s.minReward().orElse(Double.NEGATIVE_INFINITY),
                        s.maxReward().orElse(Double.POSITIVE_INFINITY)));
        offer(WRAPPERS, "EpisodeStatistics", NoSettings.class, (none, inner) -> new EpisodeStatistics(inner));
        offer(
                WRAPPERS,
                "FrameStack",
                FrameStack.Settings.class,
                (s, inner) -> new FrameStack(inner, s.stackSize(), s.paddingType()));
        offer(
                WRAPPERS,
                "RescaleAction",
                RescaleAction.Settings.class,
                (s, inner) -> new RescaleAction(inner, (float) s.minAction(), (float) s.maxAction()));
        offer(
                WRAPPERS,
                "StickyAction",
                StickyAction.Settings.class,
                (s, inner) -> new StickyAction(
                        inner,
                        s.repeatActionProbability(),
                        s.repeatActionDuration().min(),
                        s.repeatActionDuration().max()));
        offer(
                WRAPPERS,
                "TimeAwareObservation",
                TimeAwareObservation.Settings.class,
                (s, inner) -> new TimeAwareObservation(inner, s.normalizeTime()));
        offer(WRAPPERS, "TimeLimit", TimeLimit.Settings.class, (s, inner) -> new TimeLimit(inner, s.maxEpisodeSteps()));
        offer(WRAPPERS, "TransformAction", LinearTransform.Settings.class, LinearTransform::action);
        offer(WRAPPERS, "TransformObservation", LinearTransform.Settings.class, LinearTransform::observation);
        offer(
                WRAPPERS,
                "TransformReward",
                TransformReward.Settings.class,
                (s, inner) -> new TransformReward(inner, reward -> s.scale() * reward + s.shift()));
    }
}
