package org.ascentrl.algorithm.reinforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.ascentrl.algorithm.reinforce.ReinforceSettings.Baseline;
import org.ascentrl.algorithm.reinforce.ReinforceSettings.Standardization;
import org.ascentrl.collect.CollectorSetup;
import org.ascentrl.collect.LocalCollector;
import org.ascentrl.env.registry.EnvironmentFactory;
import org.ascentrl.experience.Progress;
import org.ascentrl.experience.Rollout;
import org.ascentrl.experience.Schedule;
import org.ascentrl.experience.Segment;
import org.ascentrl.optim.Sgd;
import org.ascentrl.optim.SgdSettings;
import org.ascentrl.random.Streams;
import org.ascentrl.testing.ChainEnvironment;
import org.ascentrl.testing.Mlp;
import org.ascentrl.wiring.Defaults;
import org.junit.jupiter.api.Test;

/**
 * From the environment's steps to the returns: a chain of five states in which the policy goes to the right, and a
 * baseline with V(i) = vᵢ, whose gradient shows the return of each state.
 */
class CollectedEpisodesTest {

    private static final double[] VALUES = {1, 20, 300, 4000, 50000};
    private static final double REWARD = 7;

    /** Runs two episodes of at most {@code limit} steps in each of two slots; gives G of each state that was left. */
    private static double[] returns(int limit, Segment.End end) {
        EnvironmentFactory chain = ChainEnvironment.factory(new ChainEnvironment.Settings(5, limit, REWARD, 0));
        ReinforceSettings settings = Defaults.of(ReinforceSettings.class)
                .withDiscount(0.5)
                .withEpisodesPerSlot(2)
                .withLearningRate(Schedule.constant(0.1))
                .withBaseline(Baseline.VALUE)
                .withStandardize(Standardization.NONE);
        Mlp linear = Mlp.linear().uniform();
        try (RecordedLearner learner = new RecordedLearner(
                        settings, linear, chain.spec(), (p, t) -> new Sgd(new SgdSettings(0, 0), p, t));
                LocalCollector collector = new LocalCollector(new CollectorSetup(
                        chain.spec(),
                        chain::createVector,
                        () -> learner.reinforce().actor(),
                        new Streams(1),
                        2,
                        2,
                        1,
                        ""))) {
            learner.policy().assign("head.bias", -100, 100);
            learner.baseline().assign("head.weight", VALUES);
            learner.baseline().assign("head.bias", 0);
            Progress p = new Progress(0, 1);
            Rollout tau = collector.collect(
                    learner.reinforce().actor(), learner.reinforce().horizon(p), p);
            assertThat(tau.segments()).hasSize(4).allMatch(s -> s.startsEpisode() && s.end() == end);

            learner.update(tau);
            // ∂/∂vᵢ of the mean of (V − G)² over all rows, of which one in `length` is in state i
            int length = tau.segments().get(0).length();
            double[] gradient = learner.baseline().gradient("head.weight");
            double[] returns = new double[length];
            for (int state = 0; state < length; state++) {
                returns[state] = VALUES[state] - gradient[state] * length / 2;
            }
            return returns;
        }
    }

    /** The final state is 3: not the one before the last action, nor the first of the next episode. */
    @Test
    void truncatedEpisodesGoOnWithTheValueOfTheirFinalState() {
        double last = REWARD + 0.5 * VALUES[3];
        double second = REWARD + 0.5 * last;
        assertThat(returns(3, Segment.End.TRUNCATED))
                .containsExactly(new double[] {REWARD + 0.5 * second, second, last}, within(1e-2));
    }

    /** Also where the limit is reached in the same step. */
    @Test
    void terminatedEpisodesHaveNothingBehindThem() {
        for (int limit : new int[] {4, 9}) {
            assertThat(returns(limit, Segment.End.TERMINATED))
                    .containsExactly(new double[] {REWARD * 1.875, REWARD * 1.75, REWARD * 1.5, REWARD}, within(1e-2));
        }
    }
}
