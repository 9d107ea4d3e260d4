package org.ascentrl.algorithm.td3;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.ascentrl.actor.ActionNoise;
import org.ascentrl.algorithm.Algorithm;
import org.ascentrl.algorithm.AlgorithmSetup;
import org.ascentrl.experience.Schedule;
import org.ascentrl.optim.Adam;
import org.ascentrl.optim.AdamSettings;
import org.ascentrl.optim.Optimizer;
import org.ascentrl.replay.ReplaySettings;
import org.ascentrl.tck.AlgorithmTck;
import org.ascentrl.tck.ToyTask;
import org.ascentrl.tensor.Parameter;
import org.ascentrl.tensor.Tensors;
import org.ascentrl.testing.Mlp;
import org.ascentrl.wiring.Defaults;
import org.junit.jupiter.api.Nested;

/** That TD3 and DDPG keep the rules of algorithms, and learn. */
class Td3RulesTest {

    private static final DdpgSettings DEFAULTS = Defaults.of(DdpgSettings.class);
    private static final ReplaySettings REPLAY = DEFAULTS.offPolicy().replay().withCapacity(3000);

    private static DdpgSettings ddpg(int gradientSteps, ActionNoise exploration) {
        return DEFAULTS.withOffPolicy(DEFAULTS.offPolicy()
                        .withDiscount(0.5)
                        .withWarmUp(16)
                        .withStepsPerSlot(2)
                        .withGradientSteps(gradientSteps)
                        .withBatchSize(32)
                        .withReplay(REPLAY))
                .withExploration(exploration)
                .withPolicyLearningRate(Schedule.constant(0.01))
                .withCriticLearningRate(Schedule.constant(0.01))
                .withTau(0.05);
    }

    private abstract static class Rules extends AlgorithmTck {

        private final Function<AlgorithmSetup, Algorithm> maker;

        Rules(Function<AlgorithmSetup, Algorithm> maker) {
            this.maker = maker;
        }

        @Override
        protected Algorithm algorithm(AlgorithmSetup setup) {
            return maker.apply(setup);
        }

        @Override
        protected Set<ToyTask> tasks() {
            return EnumSet.of(ToyTask.CONTINUOUS_IDENTITY);
        }

        @Override
        protected long steps(ToyTask task) {
            return 4000;
        }

        @Override
        protected Mlp networks() {
            return Mlp.relu(16).uniform().normalized();
        }

        @Override
        protected Optimizer optimizer(List<Parameter> parameters, Tensors tensors) {
            return new Adam(new AdamSettings(0.9, 0.999, 1e-8, 0), parameters, tensors);
        }
    }

    @Nested
    class Twin extends Rules {
        Twin() {
            super(setup -> new Td3(
                    new Td3Settings(ddpg(3, ActionNoise.gaussian(0.3)), 2, new Td3Settings.TargetNoise(0.2, 0.5)),
                    setup));
        }
    }

    @Nested
    class Ddpg extends Rules {
        Ddpg() {
            super(setup ->
                    new Td3(ddpg(2, new ActionNoise(ActionNoise.Kind.ORNSTEIN_UHLENBECK, 0.3, 0.5, 0.3)), setup));
        }
    }
}
