package org.ascentrl.examples;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.ascentrl.Ascent;
import org.ascentrl.algorithm.Algorithm;
import org.ascentrl.algorithm.AlgorithmFactory;
import org.ascentrl.algorithm.Metrics;
import org.ascentrl.algorithm.Setup;
import org.ascentrl.experience.Horizon;
import org.ascentrl.experience.Progress;
import org.ascentrl.experience.Returns;
import org.ascentrl.experience.Rollout;
import org.ascentrl.experience.Segment;
import org.ascentrl.optim.Optimizer;
import org.ascentrl.policy.Actor;
import org.ascentrl.policy.Policy;
import org.ascentrl.policy.PolicyActor;
import org.ascentrl.settings.Setting;
import org.ascentrl.state.State;
import org.ascentrl.tensor.Tensor;
import org.ascentrl.tensor.Tensors;
import org.ascentrl.training.Evaluation;
import org.ascentrl.training.StopWhenSolved;
import org.ascentrl.wiring.Experiment;
import org.ascentrl.wiring.Learner;
import org.ascentrl.wiring.Plugin;

/**
 * Writes an algorithm: the cross-entropy method on episodes, which imitates the best of its own.
 *
 * <p>HOW TO RUN: {@code ./examples/ascent --help} builds the application; then
 *
 * <pre>java -cp examples/target/ascent.jar org.ascentrl.examples.Sample04YourOwnAlgorithm</pre>
 */
public final class Sample04YourOwnAlgorithm {

    private Sample04YourOwnAlgorithm() {}

    public static void main(String[] arguments) {
        System.out.printf("return of the trained policy: %.1f%n", train(200_000).meanReturn());
    }

    /** Trains on CartPole for so many steps at most, and evaluates greedily. */
    static Evaluation train(long steps) {
        // region train
        try (Experiment experiment = Ascent.experiment()
                .plugin(new CrossEntropyPlugin())
                .set("environment=CartPole-v1")
                .set("algorithm=cross-entropy")
                .set("cross-entropy={ elite = 0.3, episodes-per-slot = 2, learning-rate = 0.003 }")
                .set("training.steps=" + steps)
                .build()) {
            Learner learner = experiment.train(new StopWhenSolved());
            return experiment.evaluator(100).evaluate(learner.algorithm().actor(), false);
        }
        // endregion
    }

    // region algorithm
    /**
     * Of each rollout's episodes, makes the actions of the best more probable: with γ_q the return that a share ρ of them
     * reaches, L = −mean over the steps of episodes with return ≥ γ_q of log π(a_t|s_t).
     *
     * @see <a href="https://doi.org/10.1007/s10479-005-5724-z">De Boer et al. 2005, algorithm 2.2</a>
     */
    static final class CrossEntropyMethod implements Algorithm {

        record Options(
                @Setting(value = "ρ, the share of episodes that is imitated", min = 0.01, max = 1)
                double elite,

                @Setting(value = "whole episodes of each slot in an update", min = 1)
                int episodesPerSlot,

                @Setting(value = "step size of the optimizer", min = 0)
                double learningRate) {}

        private final Options options;
        private final Tensors tensors;
        private final Policy policy;
        private final Optimizer optimizer;
        private final Actor actor;

        CrossEntropyMethod(Options options, Setup setup) {
            this.options = options;
            tensors = setup.tensors();
            policy = setup.networks().policy(setup.random().stream("init"));
            optimizer = setup.optimizer().apply(policy.parameters());
            actor = new PolicyActor(policy, tensors);
        }

        @Override
        public Actor actor() {
            return actor;
        }

        @Override
        public Horizon horizon(Progress p) {
            return Horizon.episodes(options.episodesPerSlot());
        }

        @Override
        public Metrics update(Rollout tau, Progress p) {
            int[] rows = elite(tau); // the steps of the best episodes  [E]
            Tensor logPi = policy.distribution(tau.observations(tensors), tau.masks())
                    .logProb(tau.actions()); // log π(a_t|s_t)  [T]
            Tensor loss = logPi.gatherRows(rows).mean().neg();
            double norm = optimizer.minimize(loss, options.learningRate());
            policy.observe(tau);
            return Metrics.of("loss", loss.item(), "gradient_norm", norm).with("elite_steps", rows.length);
        }

        private int[] elite(Rollout tau) {
            double[] returnT = Returns.discounted(tau, 1);
            List<Segment> bestFirst = tau.segments().stream()
                    .sorted(Comparator.comparingDouble((Segment episode) -> -returnT[episode.from()]))
                    .toList();
            long chosen = Math.max(1, Math.round(options.elite() * bestFirst.size()));
            return bestFirst.stream()
                    .limit(chosen)
                    .flatMapToInt(episode -> IntStream.range(episode.from(), episode.to()))
                    .toArray();
        }

        @Override
        public void state(State s) {
            s.part("policy", policy);
            s.part("optimizer", optimizer);
        }

        /** Makes it of its options. */
        static final class Factory implements AlgorithmFactory<Options> {

            @Override
            public Class<Options> settings() {
                return Options.class;
            }

            @Override
            public Algorithm create(Options options, Setup setup) {
                return new CrossEntropyMethod(options, setup);
            }
        }
    }

    /** Gives it the name by which settings choose it. */
    static final class CrossEntropyPlugin extends Plugin {

        @Override
        protected void configure() {
            bindAlgorithm("cross-entropy", CrossEntropyMethod.Factory.class);
        }
    }
    // endregion
}
