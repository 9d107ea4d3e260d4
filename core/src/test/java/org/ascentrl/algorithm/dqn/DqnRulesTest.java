package org.ascentrl.algorithm.dqn;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;
import org.ascentrl.actor.Exploration;
import org.ascentrl.algorithm.Algorithm;
import org.ascentrl.algorithm.AlgorithmSetup;
import org.ascentrl.algorithm.TargetUpdates;
import org.ascentrl.experience.Decay;
import org.ascentrl.experience.Schedule;
import org.ascentrl.replay.ReplaySettings;
import org.ascentrl.tck.AlgorithmTck;
import org.ascentrl.tck.MasksIn;
import org.ascentrl.tck.ToyTask;
import org.ascentrl.testing.Mlp;
import org.ascentrl.wiring.Defaults;
import org.junit.jupiter.api.Nested;

/** That DQN, in several forms, and QR-DQN keep the rules of algorithms, and learn. */
class DqnRulesTest {

    private static final DqnSettings DEFAULTS = Defaults.of(DqnSettings.class);
    private static final Decay EPSILON = new Decay(1, 0.05, 2000, Decay.Curve.LINEAR);
    private static final Decay TEMPERATURE = new Decay(1, 0.05, 2000, Decay.Curve.EXPONENTIAL);

    private static ReplaySettings replay(double alpha) {
        return DEFAULTS.offPolicy()
                .replay()
                .withCapacity(5000)
                .withPrioritization(
                        DEFAULTS.offPolicy().replay().prioritization().withAlpha(alpha));
    }

    private static DqnSettings form(Exploration.Kind exploration, int nStep, boolean refined) {
        return DEFAULTS.withOffPolicy(DEFAULTS.offPolicy()
                        .withDiscount(0.5)
                        .withWarmUp(16)
                        .withGradientSteps(2)
                        .withBatchSize(32)
                        .withReplay(replay(refined ? 0.6 : 0)))
                .withNStep(nStep)
                .withDoubleQ(refined)
                .withDueling(refined)
                .withExploration(new Exploration(exploration, EPSILON, TEMPERATURE))
                .withLearningRate(new Schedule(0.01, 0.001))
                .withTarget(refined ? new TargetUpdates(1, 0.02) : new TargetUpdates(64, 1));
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
            return EnumSet.of(ToyTask.BANDIT, ToyTask.IDENTITY, ToyTask.MASKED_BANDIT);
        }

        @Override
        protected long steps(ToyTask task) {
            return 8000;
        }

        @Override
        protected MasksIn masksIn() {
            return MasksIn.TARGETS;
        }

        @Override
        protected Mlp networks() {
            return Mlp.relu(16).uniform();
        }
    }

    @Nested
    class Plain extends Rules {
        Plain() {
            super(setup -> new Dqn(form(Exploration.Kind.EPSILON_GREEDY, 1, false), setup));
        }
    }

    @Nested
    class DoubleDuelingPrioritizedWithSoftmax extends Rules {
        DoubleDuelingPrioritizedWithSoftmax() {
            super(setup -> new Dqn(form(Exploration.Kind.BOLTZMANN, 3, true), setup));
        }
    }

    @Nested
    class Noisy extends Rules {
        Noisy() {
            super(setup -> new Dqn(form(Exploration.Kind.NOISY, 1, false), setup));
        }
    }

    @Nested
    class Quantiles extends Rules {
        Quantiles() {
            super(setup -> new QrDqn(new QrDqnSettings(8, form(Exploration.Kind.EPSILON_GREEDY, 2, false)), setup));
        }
    }
}
