package org.ascentrl.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.ascentrl.Ascent;
import org.ascentrl.algorithm.Algorithm;
import org.ascentrl.algorithm.AlgorithmSetup;
import org.ascentrl.env.registry.EnvironmentFactory;
import org.ascentrl.examples.Sample03YourOwnEnvironment.Thermostat;
import org.ascentrl.examples.Sample04YourOwnAlgorithm.CrossEntropyMethod;
import org.ascentrl.examples.Sample05YourOwnBackend.PlainBackend;
import org.ascentrl.examples.Sample06YourOwnEncoder.Residual;
import org.ascentrl.policy.network.Encoder;
import org.ascentrl.policy.network.EncoderSetup;
import org.ascentrl.report.sweep.Comparison;
import org.ascentrl.report.sweep.RecordedRuns;
import org.ascentrl.report.sweep.SeedResult;
import org.ascentrl.report.sweep.SweepResult;
import org.ascentrl.run.RunSummary;
import org.ascentrl.run.TrainingRun;
import org.ascentrl.tck.AlgorithmTck;
import org.ascentrl.tck.EncoderTck;
import org.ascentrl.tck.EnvironmentTck;
import org.ascentrl.tck.TensorBackendTck;
import org.ascentrl.tensor.TensorBackend;
import org.ascentrl.testing.ContinuousIdentityEnvironment;
import org.ascentrl.testing.IdentityEnvironment;
import org.ascentrl.training.Evaluation;
import org.ascentrl.wiring.Experiment;
import org.ascentrl.wiring.ExperimentBuilder;
import org.ascentrl.wiring.Kind;
import org.ascentrl.wiring.Plugin;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The numbered samples do what they say. */
class SamplesTest {

    @TempDir
    Path directory;

    @Test
    @Tag("learning")
    void sample01SolvesCartPole() {
        assertThat(Sample01HelloCartPole.train(200_000).meanReturn()).isGreaterThanOrEqualTo(475);
    }

    @Test
    void sample01EvaluatesWhatItTrained() {
        assertThat(Sample01HelloCartPole.train(2_000).episodes()).hasSize(100);
    }

    /** Its runs on ND4J and DJL are tested in those modules. */
    @Test
    void sample02TrainsOnEjml() {
        assertThat(Sample02SwapBackends.train("ejml", 2_000)).matches("ejml .*: return \\d+\\.\\d");
    }

    @Test
    void sample03LearnsToKeepTheTemperature() {
        assertThat(Sample03YourOwnEnvironment.train(40_000)).isGreaterThan(Sample03YourOwnEnvironment.train(1) + 100);
    }

    @Nested
    class Sample03KeepsTheRulesOfEnvironments extends EnvironmentTck {

        @Override
        protected EnvironmentFactory factory() {
            return Thermostat.factory(new Thermostat.Options(20));
        }
    }

    @Test
    @Tag("learning")
    void sample04LearnsCartPole() {
        assertThat(Sample04YourOwnAlgorithm.train(200_000).meanReturn()).isGreaterThanOrEqualTo(475);
    }

    @Test
    void sample04ComparesTwoAlgorithmsOverSeedsInDirectoriesOfTheirOwn() throws IOException {
        String tables = Sample04YourOwnAlgorithm.comparedWithA2c(directory, 2, 2_000);
        assertThat(tables).contains("## On CartPole-v1", "| cross-entropy |", "| a2c           |");
        for (String run : List.of("cross-entropy/seed-1", "cross-entropy/seed-2", "a2c/seed-1", "a2c/seed-2")) {
            assertThat(directory.resolve(run).resolve("summary.json")).isRegularFile();
        }
        String recorded = new Comparison(List.of(recorded("cross-entropy"), recorded("a2c"))).markdown();
        assertThat(recorded).contains(tables.substring(tables.indexOf("| better than")));
    }

    /** The sweep as {@code ascent compare} reads it. */
    private SweepResult recorded(String name) throws IOException {
        List<SeedResult> seeds = new ArrayList<>();
        for (Path run : RecordedRuns.directories(directory.resolve(name))) {
            seeds.add(RecordedRuns.result(run));
        }
        return new SweepResult(name, "CartPole-v1", OptionalDouble.of(475), seeds);
    }

    @Nested
    class Sample04KeepsTheRulesOfAlgorithms extends AlgorithmTck {

        @Override
        protected Algorithm algorithm(AlgorithmSetup setup) {
            return new CrossEntropyMethod(new CrossEntropyMethod.Options(0.5, 8, 0.02), setup);
        }
    }

    @Test
    void sample05TrainsOnItsBackend() {
        assertThat(Sample05YourOwnBackend.train(2_000).episodes()).hasSize(100);
    }

    @Nested
    class Sample05KeepsTheRulesOfBackends extends TensorBackendTck {

        @Override
        protected TensorBackend create() {
            return new PlainBackend();
        }
    }

    /** Of 10 steps a policy that does not look gets 2.5 right. */
    @ParameterizedTest
    @CsvSource({"ppo, ppo.minibatch-size=64", "dqn, dqn.exploration.epsilon.steps=3000"})
    void sample06LearnsChoicesByOneSetting(String algorithm, String setting) {
        double score = Sample06YourOwnEncoder.train(identity("Identity-v0={ states = 4, steps = 10 }")
                .set("environment=Identity-v0")
                .set("training.steps=8000")
                .set(setting)
                .set("algorithm=" + algorithm));
        assertThat(score).isGreaterThan(9);
    }

    /** Of 10 steps a policy that does not look loses 5 at least: the mean distance of a number in [−1, 1] from 0. */
    @Test
    void sample06LearnsContinuousActionsByOneSetting() {
        double score = Sample06YourOwnEncoder.train(identity("ContinuousIdentity-v0.steps=10")
                .set("environment=ContinuousIdentity-v0")
                .set("training.steps=3000")
                .set("training.slots=1")
                .set("sac.warm-up=500")
                .set("sac.batch-size=64")
                .set("sac.discount=0.5")
                .set("sac.policy-learning-rate={ from = 3e-3, to = 3e-3 }")
                .set("sac.critic-learning-rate={ from = 3e-3, to = 3e-3 }")
                .set("algorithm=sac"));
        assertThat(score).isGreaterThan(-1.5);
    }

    private static ExperimentBuilder identity(String options) {
        return Ascent.experiment()
                .plugin(new Plugin() {
                    @Override
                    protected void configure() {
                        offer(
                                Kind.ENVIRONMENT,
                                "Identity-v0",
                                IdentityEnvironment.Settings.class,
                                (s, id) -> IdentityEnvironment.factory(s));
                        offer(
                                Kind.ENVIRONMENT,
                                "ContinuousIdentity-v0",
                                ContinuousIdentityEnvironment.Settings.class,
                                (s, id) -> ContinuousIdentityEnvironment.factory(s));
                    }
                })
                .set(options);
    }

    @Nested
    class Sample06KeepsTheRulesOfEncoders extends EncoderTck {

        @Override
        protected Encoder encoder(EncoderSetup setup) {
            return new Residual(new Residual.Options(4, 1), setup);
        }
    }

    @Test
    void sample07EvaluatesAndFilmsAPolicy() {
        Path run = directory.resolve("run");
        RunSummary summary;
        try (Experiment experiment = Ascent.experiment()
                .set("environment=CartPole-v1")
                .set("training.steps=2000")
                .set("training.evaluation.episodes=20")
                .build()) {
            summary = TrainingRun.create(experiment, run).run().orElseThrow();
        }
        Path video = directory.resolve("episode.gif");
        Evaluation evaluation = Sample07EvaluateAndRecord.evaluateAndRecord(run, video);
        assertThat(evaluation).isEqualTo(summary.greedy());
        assertThat(video).isNotEmptyFile();
    }

    /** The torques keep the bounds, and differ with the angle. */
    @Test
    void sample08ActsWithinTheBounds() {
        double[] torques = Sample08ContinuousActions.train(600).torques();
        assertThat(torques).hasSize(5).doesNotHaveDuplicates();
        for (double torque : torques) {
            assertThat(torque).isBetween(-2.0, 2.0);
        }
    }

    /** Near upright it pushes back: to the right of it to the left. */
    @Test
    @Tag("learning")
    void sample08SwingsThePendulumUp() {
        Sample08ContinuousActions.Result result = Sample08ContinuousActions.train(10_000);
        assertThat(result.greedy().meanReturn()).isGreaterThan(-250);
        assertThat(result.torques()[1]).isPositive();
        assertThat(result.torques()[3]).isNegative();
    }

    @Test
    void sample09GoesOnToTheSameBits() {
        assertThat(Sample09ResumeARun.stoppedAndResumed(directory.resolve("stopped"), 6_000))
                .isEqualTo(Sample09ResumeARun.start(directory.resolve("whole"), 6_000));
        assertThat(Files.exists(directory.resolve("stopped/checkpoints"))).isTrue();
    }
}
