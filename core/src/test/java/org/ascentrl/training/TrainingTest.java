package org.ascentrl.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.ascentrl.collect.Collector;
import org.ascentrl.env.vector.EnvironmentException;
import org.ascentrl.state.Snapshot;
import org.ascentrl.testing.ReferenceBackend;
import org.ascentrl.wiring.Experiment;
import org.ascentrl.wiring.Learner;
import org.ascentrl.wiring.TestPlugin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole trainings on the reference backend: what fixes their bits, and what does not. */
class TrainingTest {

    private static String weights(Learner learner) {
        return Snapshot.of(learner.algorithm()).sha256();
    }

    /** The digest of all that was learned. */
    private static String train(String... assignments) {
        try (Experiment experiment = TestPlugin.experiment(assignments);
                Collector collector = experiment.collector()) {
            Learner learner = experiment.learner();
            experiment.trainer(learner, collector, List.of()).train();
            return weights(learner);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Identity-v0", "ContinuousIdentity-v0", "MaskedBandit-v0", "Chain-v0"})
    void theSameSeedGivesTheSameBits(String environment) {
        String first = train("environment=" + environment);
        assertThat(train("environment=" + environment)).isEqualTo(first);
        assertThat(train("environment=" + environment, "seed=2")).isNotEqualTo(first);
        assertThat(train("environment=" + environment, "training.steps=301")).isNotEqualTo(first);
    }

    @ParameterizedTest(name = "{0} with chunks of {1} on {2} threads")
    @CsvSource({
        "Identity-v0, 1, 1", "Identity-v0, 1, 2", "Identity-v0, 1, 4", "Identity-v0, 3, 2",
        "Chain-v0, 1, 4", "Chain-v0, 3, 1", "MaskedBandit-v0, 1, 2", "MaskedBandit-v0, 3, 2",
        "ContinuousIdentity-v0, 1, 4", "ContinuousIdentity-v0, 3, 1"
    })
    void threadsAndChunksOfCopiesDoNotMatter(String environment, int chunk, int threads) {
        String[] plain = {
            "environment=" + environment,
            "training.threads=1",
            "networks.normalize-input=true",
            "reinforce.baseline=value",
            "reinforce.episodes-per-slot=2"
        };
        List<String> other = new ArrayList<>(List.of(plain));
        other.addAll(List.of("training.chunk=" + chunk, "training.threads=" + threads));
        assertThat(train(other.toArray(String[]::new))).isEqualTo(train(plain));
    }

    private static final String[] STATE_DEPENDENT_NOISE = {
        "environment=ContinuousIdentity-v0",
        "algorithm=a2c",
        "a2c.steps-per-slot=3",
        "networks.gaussian.noise=state-dependent",
        "networks.gaussian.noise-steps=4"
    };

    /** Rollouts of three steps end in the middle of the four for which noise stays. */
    @ParameterizedTest(name = "chunks of {0} on {1} threads")
    @CsvSource({"1, 1", "1, 4", "3, 2"})
    void noiseThatStaysDoesNotDependOnThreadsAndChunks(int chunk, int threads) {
        List<String> other = new ArrayList<>(List.of(STATE_DEPENDENT_NOISE));
        other.addAll(List.of("training.chunk=" + chunk, "training.threads=" + threads));
        assertThat(train(other.toArray(String[]::new))).isEqualTo(train(STATE_DEPENDENT_NOISE));
    }

    /** It is saved after 12 steps, the second of an episode. The first goes on with what was saved too: its backend computes with more bits than are saved. */
    @Test
    void noiseThatStaysGoesOnWhereItsTrainingWasSaved() {
        AtomicReference<Snapshot> saved = new AtomicReference<>();
        String whole = train(new Listener() {
            @Override
            public void updated(UpdateReport update) {
                TrainingContext training = update.training();
                if (training.updates() == 4) {
                    saved.set(Snapshot.of(training));
                    Snapshot.of(training.algorithm()).restore(training.algorithm());
                }
            }
        });
        assertThat(train(new Listener() {
                    @Override
                    public void started(TrainingContext context) {
                        saved.get().restore(context);
                    }
                }))
                .isEqualTo(whole);
    }

    private static String train(Listener listener) {
        try (Experiment experiment = TestPlugin.experiment(STATE_DEPENDENT_NOISE);
                Collector collector = experiment.collector()) {
            Learner learner = experiment.learner();
            experiment.trainer(learner, collector, List.of(listener)).train();
            return weights(learner);
        }
    }

    @Test
    void evaluatingInBetweenDisturbsNothing() {
        String plain = train("networks.normalize-input=true");
        try (Experiment experiment = TestPlugin.experiment("networks.normalize-input=true");
                Collector collector = experiment.collector()) {
            Learner learner = experiment.learner();
            List<Evaluation> evaluations = new ArrayList<>();
            Listener evaluate = new Listener() {
                @Override
                public void updated(UpdateReport update) {
                    evaluations.add(
                            experiment.evaluator(7).evaluate(learner.algorithm().actor(), true));
                    evaluations.add(
                            experiment.evaluator(7).evaluate(learner.algorithm().actor(), false));
                }
            };
            experiment.trainer(learner, collector, List.of(evaluate)).train();

            assertThat(evaluations).hasSizeGreaterThan(20);
            assertThat(weights(learner)).isEqualTo(plain);
        }
    }

    @Test
    void evaluatingTwiceGivesTheSame() {
        try (Experiment experiment = TestPlugin.experiment()) {
            Learner learner = experiment.learner();
            Evaluation sampled =
                    experiment.evaluator(7).evaluate(learner.algorithm().actor(), true);
            Evaluation greedy =
                    experiment.evaluator(7).evaluate(learner.algorithm().actor(), false);

            assertThat(experiment.evaluator(7).evaluate(learner.algorithm().actor(), true))
                    .isEqualTo(sampled)
                    .isNotEqualTo(greedy);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void aHundredUpdatesLeaveNothingBehind(int chunk) {
        try (Experiment experiment = TestPlugin.experiment(
                        "training.steps=2000", "training.slots=2", "training.threads=1", "training.chunk=" + chunk);
                Collector collector = experiment.collector()) {
            Learner learner = experiment.learner();
            ReferenceBackend backend = (ReferenceBackend) learner.backend();
            List<Integer> live = new ArrayList<>();
            Listener count = new Listener() {
                @Override
                public void updated(UpdateReport update) {
                    live.add(backend.liveStorages());
                }
            };
            TrainingContext result =
                    experiment.trainer(learner, collector, List.of(count)).train();

            assertThat(result.updates()).isGreaterThan(100);
            assertThat(live.subList(1, live.size()))
                    .as("storages after the first update, which makes the optimizer's moments")
                    .containsOnly(live.get(0));
        }
    }

    @Test
    void learnsTheIdentity() {
        try (Experiment experiment = TestPlugin.experiment(
                        "training.steps=20000", "mlp.hidden=[16]", "reinforce.learning-rate.from=0.05");
                Collector collector = experiment.collector()) {
            Learner learner = experiment.learner();
            TrainingContext result = experiment
                    .trainer(learner, collector, List.of(new StopWhenSolved()))
                    .train();

            assertThat(result.solvedAtStep()).isPresent();
            assertThat(experiment
                            .evaluator(100)
                            .evaluate(learner.algorithm().actor(), false)
                            .meanReturn())
                    .as("of at most 5")
                    .isEqualTo(5);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void anEnvironmentThatFailsEndsTraining(int threads) {
        assertThatThrownBy(() -> train("environment=Faulty-v0", "training.chunk=1", "training.threads=" + threads))
                .isInstanceOf(EnvironmentException.class)
                .hasMessageContaining("Faulty-v0, slot 0, episode with seed ")
                .hasMessageContaining(", step 3, action ");
    }
}
