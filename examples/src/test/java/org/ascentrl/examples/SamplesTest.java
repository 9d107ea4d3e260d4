package org.ascentrl.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ascentrl.algorithm.AlgorithmFactory;
import org.ascentrl.env.registry.EnvironmentFactory;
import org.ascentrl.examples.Sample03YourOwnEnvironment.Thermostat;
import org.ascentrl.examples.Sample04YourOwnAlgorithm.CrossEntropyMethod;
import org.ascentrl.examples.Sample05YourOwnBackend.PlainBackend;
import org.ascentrl.tck.AlgorithmTck;
import org.ascentrl.tck.EnvironmentTck;
import org.ascentrl.tck.TensorBackendTck;
import org.ascentrl.tensor.TensorBackend;
import org.ascentrl.training.Evaluation;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
    class Sample03KeepsTheRulesOfEnvironments extends EnvironmentTck<Thermostat.Options> {

        @Override
        protected EnvironmentFactory<Thermostat.Options> factory() {
            return new Thermostat.Factory();
        }

        @Override
        protected Thermostat.Options settings() {
            return new Thermostat.Options(20);
        }
    }

    @Test
    @Tag("learning")
    void sample04LearnsCartPole() {
        assertThat(Sample04YourOwnAlgorithm.train(200_000).meanReturn()).isGreaterThanOrEqualTo(475);
    }

    @Test
    void sample04ComparesTwoAlgorithmsOverSeedsInDirectoriesOfTheirOwn() {
        String tables = Sample04YourOwnAlgorithm.comparedWithA2c(directory, 2, 2_000);
        assertThat(tables).contains("## On CartPole-v1", "| cross-entropy |", "| a2c           |");
        for (String run : List.of("cross-entropy/seed-1", "cross-entropy/seed-2", "a2c/seed-1", "a2c/seed-2")) {
            assertThat(directory.resolve(run).resolve("summary.json")).isRegularFile();
        }
        Invocation compared = Invocation.of(
                "compare",
                directory.resolve("cross-entropy").toString(),
                directory.resolve("a2c").toString(),
                "--run",
                directory.resolve("compared").toString());
        assertThat(compared.out()).contains(tables.substring(tables.indexOf("| better than")));
    }

    @Nested
    class Sample04KeepsTheRulesOfAlgorithms extends AlgorithmTck<CrossEntropyMethod.Options> {

        @Override
        protected AlgorithmFactory<CrossEntropyMethod.Options> factory() {
            return new CrossEntropyMethod.Factory();
        }

        @Override
        protected CrossEntropyMethod.Options settings() {
            return new CrossEntropyMethod.Options(0.5, 8, 0.02);
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

    @Test
    void sample07EvaluatesAndFilmsAPolicy() {
        Path run = directory.resolve("run");
        assertThat(Invocation.of(
                                "train",
                                "--video-episodes",
                                "0",
                                "--set",
                                "training.steps=2000",
                                "--run",
                                run.toString())
                        .status())
                .isZero();
        Path video = directory.resolve("episode.gif");
        Evaluation evaluation = Sample07EvaluateAndRecord.evaluateAndRecord(run, video);
        assertThat(evaluation.episodes()).hasSize(20);
        assertThat(video).isNotEmptyFile();
        assertThat(Invocation.of("evaluate", run.toString(), "--episodes", "20", "--json")
                        .json())
                .containsEntry("mean", evaluation.meanReturn());
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
                .isEqualTo(Sample09ResumeARun.neverStopped(directory.resolve("whole"), 6_000));
        assertThat(Files.exists(directory.resolve("stopped/checkpoints"))).isTrue();
    }
}
