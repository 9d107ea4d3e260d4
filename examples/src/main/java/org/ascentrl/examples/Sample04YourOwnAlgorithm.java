package org.ascentrl.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ascentrl.Ascent;
import org.ascentrl.actor.Actor;
import org.ascentrl.actor.PolicyActor;
import org.ascentrl.algorithm.Algorithm;
import org.ascentrl.algorithm.AlgorithmSetup;
import org.ascentrl.algorithm.Metrics;
import org.ascentrl.experience.Horizon;
import org.ascentrl.experience.Progress;
import org.ascentrl.experience.Returns;
import org.ascentrl.experience.Rollout;
import org.ascentrl.experience.Segment;
import org.ascentrl.optim.Optimizer;
import org.ascentrl.policy.Model;
import org.ascentrl.policy.Policy;
import org.ascentrl.report.sweep.Comparison;
import org.ascentrl.report.sweep.SeedResult;
import org.ascentrl.report.sweep.SweepResult;
import org.ascentrl.run.TrainingRun;
import org.ascentrl.settings.Setting;
import org.ascentrl.state.State;
import org.ascentrl.tensor.Tensor;
import org.ascentrl.tensor.Tensors;
import org.ascentrl.training.Evaluation;
import org.ascentrl.wiring.Experiment;
import org.ascentrl.wiring.ExperimentBuilder;
import org.ascentrl.wiring.Kind;
import org.ascentrl.wiring.Learner;
import org.ascentrl.wiring.Plugin;

/**
 * Writes an algorithm, the cross-entropy method on episodes, which imitates its best episodes; and compares it with A2C over
 * several seeds, as {@code ascent compare} does.
 *
 * <p>HOW TO RUN: {@code ./examples/ascent --help} builds the application; then
 *
 * <pre>java -cp examples/target/ascent.jar org.ascentrl.examples.Sample04YourOwnAlgorithm</pre>
 */
public final class Sample04YourOwnAlgorithm {

    private static final List<String> CROSS_ENTROPY = List.of(
            "algorithm=cross-entropy", "cross-entropy={ elite = 0.3, episodes-per-slot = 2, learning-rate = 0.003 }");
    private static final List<String> A2C =
            List.of("algorithm=a2c", "optimizer=rmsprop", "a2c.learning-rate={ from = 7e-4, to = 0 }");

    private Sample04YourOwnAlgorithm() {}

    public static void main(String[] arguments) throws IOException {
        System.out.printf("return of the trained policy: %.1f%n", train(200_000).meanReturn());
        System.out.println(comparedWithA2c(Files.createTempDirectory("ascent"), 5, 200_000));
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
            Learner learner = experiment.train();
            return experiment.evaluator(100).evaluate(learner.algorithm().actor(), false);
        }
        // endregion
    }

    // region compare
    /** Trains both under the seeds from 1 on, for so many steps each, below {@code directory}: two tables in Markdown. */
    static String comparedWithA2c(Path directory, int seeds, long steps) {
        List<String> cartPole =
                List.of("environment=CartPole-v1", "training.steps=" + steps, "training.stop-when-solved=false");
        return new Comparison(List.of(
                        sweep(directory.resolve("cross-entropy"), seeds, cartPole, CROSS_ENTROPY),
                        sweep(directory.resolve("a2c"), seeds, cartPole, A2C)))
                .markdown();
    }

    /** One run directory for each seed. */
    private static SweepResult sweep(Path directory, int seeds, List<String> task, List<String> method) {
        List<SeedResult> results = new ArrayList<>();
        for (int seed = 1; seed <= seeds; seed++) {
            ExperimentBuilder settings = Ascent.experiment().plugin(new CrossEntropyPlugin());
            Stream.of(List.of("seed=" + seed), task, method)
                    .flatMap(List::stream)
                    .forEach(settings::set);
            Path run = directory.resolve("seed-" + seed);
            try (Experiment experiment = settings.build()) {
                TrainingRun.create(experiment, run)
                        .run()
                        .ifPresent(summary -> results.add(SeedResult.of(run, summary)));
            }
        }
        return new SweepResult(
                directory.getFileName().toString(),
                "CartPole-v1",
                Ascent.environment("CartPole-v1").spec().rewardThreshold(),
                results);
    }
    // endregion

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

        CrossEntropyMethod(Options options, AlgorithmSetup setup) {
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
        public List<Model> models() {
            return List.of(policy);
        }

        @Override
        public Horizon horizon(Progress p) {
            return Horizon.episodes(options.episodesPerSlot());
        }

        @Override
        public Metrics update(Rollout tau, Progress p) {
            int[] rows = elite(tau); // the steps of the best episodes  [E]
            Tensor logPi =
                    policy.distribution(tau.observations(), tau.masks()).logProb(tau.actions()); // log π(a_t|s_t)  [T]
            Tensor loss = logPi.gatherRows(rows).mean().neg();
            double norm = optimizer.minimize(loss, options.learningRate());
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
    }

    /** Gives it the name by which settings choose it. */
    static final class CrossEntropyPlugin extends Plugin {

        @Override
        protected void configure() {
            offer(Kind.ALGORITHM, "cross-entropy", CrossEntropyMethod.Options.class, CrossEntropyMethod::new);
        }
    }
    // endregion
}
