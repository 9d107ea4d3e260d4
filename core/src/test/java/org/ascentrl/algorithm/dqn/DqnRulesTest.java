package org.ascentrl.algorithm.dqn;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;
import org.ascentrl.actor.Exploration;
import org.ascentrl.algorithm.Algorithm;
import org.ascentrl.algorithm.AlgorithmSetup;
import org.ascentrl.algorithm.OffPolicySettings;
import org.ascentrl.algorithm.TargetUpdates;
import org.ascentrl.experience.Decay;
import org.ascentrl.experience.Schedule;
import org.ascentrl.replay.Prioritization;
import org.ascentrl.replay.ReplaySettings;
import org.ascentrl.tck.AlgorithmTck;
import org.ascentrl.tck.MasksIn;
import org.ascentrl.tck.ToyTask;
import org.ascentrl.testing.Mlp;
import org.junit.jupiter.api.Nested;

/** That DQN, in several forms, and QR-DQN keep the rules of algorithms, and learn. */
class DqnRulesTest {

    private static final Decay EPSILON = new Decay(1, 0.05, 2000, Decay.Curve.LINEAR);
    private static final Decay TEMPERATURE = new Decay(1, 0.05, 2000, Decay.Curve.EXPONENTIAL);

    private static ReplaySettings replay(double alpha) {
        return new ReplaySettings(5000, new Prioritization(alpha, new Schedule(0.4, 1), 1e-6), true);
    }

    private static DqnSettings form(Exploration.Kind exploration, int nStep, boolean refined) {
        return new DqnSettings(
                new OffPolicySettings(0.5, 16, 4, 2, 32, replay(refined ? 0.6 : 0)),
                nStep,
                refined,
                refined,
                new Exploration(exploration, EPSILON, TEMPERATURE),
                new Schedule(0.01, 0.001),
                refined ? new TargetUpdates(1, 0.02) : new TargetUpdates(64, 1));
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
