package org.ascentrl.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ascentrl.env.vector.EnvironmentException;
import org.ascentrl.experience.FinishedEpisode;
import org.ascentrl.settings.NoSettings;
import org.ascentrl.sink.Sink;
import org.ascentrl.training.Evaluation;
import org.ascentrl.training.Listener;
import org.ascentrl.training.Outcome;
import org.ascentrl.training.UpdateReport;
import org.ascentrl.wiring.Bootstrap;
import org.ascentrl.wiring.CorePlugin;
import org.ascentrl.wiring.Experiment;
import org.ascentrl.wiring.Kind;
import org.ascentrl.wiring.Plugin;
import org.ascentrl.wiring.TestPlugin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingRunTest {

    private static final String[] ALWAYS_SOLVED = {
        "environment=Bandit-v0", "Bandit-v0={ arms = 1, noise = 0 }", "training.steps=6000"
    };

    @TempDir
    Path directory;

    private static final class StopAfterThree implements Listener {

        @Override
        public void updated(UpdateReport update) {
            if (update.training().updates() == 3) {
                update.training().requestStop();
            }
        }
    }

    /** Counts what it hears. */
    private static final class Ear implements Sink {

        private final List<FinishedEpisode> episodes = new ArrayList<>();
        private final List<Evaluation> evaluations = new ArrayList<>();
        private final List<Outcome> outcomes = new ArrayList<>();
        private int flushes;

        @Override
        public void episode(FinishedEpisode episode) {
            episodes.add(episode);
        }

        @Override
        public void evaluated(Evaluation evaluation) {
            evaluations.add(evaluation);
        }

        @Override
        public void ended(Outcome outcome) {
            outcomes.add(outcome);
        }

        @Override
        public void flush() {
            flushes++;
        }
    }

    /** Without the last column, the speed. */
    private static List<String> metrics(Path run) throws IOException {
        return Files.readAllLines(run.resolve("metrics.csv")).stream()
                .map(line -> line.substring(0, line.lastIndexOf(',')))
                .toList();
    }

    @Test
    void leavesAllThatARunHas() {
        Path path = directory.resolve("run");
        Ear ear = new Ear();
        try (Experiment experiment = TestPlugin.experiment()) {
            RunSummary summary = TrainingRun.create(experiment, path).run(ear).orElseThrow();

            assertThat(summary.steps()).isEqualTo(300);
            assertThat(summary.episodes()).isEqualTo(ear.episodes.size()).isPositive();
            assertThat(summary.greedy().episodes()).hasSize(7);
        }
        for (String file : List.of("settings.conf", "run.json", "metrics.csv", "summary.json")) {
            assertThat(path.resolve(file)).isNotEmptyFile();
        }
        assertThat(path.resolve("policy/policy.safetensors")).isNotEmptyFile();
        assertThat(RunDirectory.open(path).checkpoints(1).latest()).isPresent();
        assertThat(ear.outcomes).containsExactly(new Outcome.Done());
        assertThat(ear.flushes).as("before the last checkpoint").isEqualTo(1);
    }

    @Test
    void settingsChooseTheSinks() {
        Ear ear = new Ear();
        Plugin listening = new Plugin() {
            @Override
            protected void configure() {
                offer(Kind.SINKS, "ear", NoSettings.class, (none, setup) -> ear);
            }
        };
        Bootstrap bootstrap = new Bootstrap(List.of(new CorePlugin(), new TestPlugin(), listening));
        for (String sinks : List.of("[ear]", "[ear, csv]")) {
            Path path = directory.resolve(sinks);
            try (Experiment experiment = bootstrap.experiment(
                    TestPlugin.settings().set("sinks=" + sinks).build())) {
                TrainingRun.create(experiment, path).run();
            }
            assertThat(Files.exists(path.resolve("metrics.csv"))).isEqualTo(sinks.contains("csv"));
        }
        assertThat(ear.outcomes).containsExactly(new Outcome.Done(), new Outcome.Done());
    }

    private static List<String> updates(Path run) throws IOException {
        return metrics(run).stream()
                .map(line -> line.substring(0, line.indexOf(',')))
                .toList();
    }

    /** That the bits are the same is tested on EJML: the reference backend computes with more bits than are saved. */
    @Test
    void resumesWhatAListenerStopped() throws IOException {
        Path stopped = directory.resolve("stopped");
        Path whole = directory.resolve("whole");
        try (Experiment experiment = TestPlugin.experiment()) {
            assertThat(TrainingRun.create(experiment, stopped).run(new StopAfterThree()))
                    .isEmpty();
            assertThat(stopped.resolve("summary.json")).doesNotExist();
        }
        try (Experiment experiment = TestPlugin.experiment()) {
            RunSummary resumed = TrainingRun.resume(experiment, stopped).run().orElseThrow();
            RunSummary never = TrainingRun.create(experiment, whole).run().orElseThrow();

            assertThat(resumed.steps()).isEqualTo(never.steps());
            assertThat(resumed.updates()).isEqualTo(never.updates());
            assertThat(resumed.episodes()).isEqualTo(never.episodes());
            assertThat(updates(stopped)).isEqualTo(updates(whole));
        }
    }

    @Test
    void endsDoneOnceSolved() {
        try (Experiment experiment = TestPlugin.experiment(ALWAYS_SOLVED)) {
            Ear ear = new Ear();
            RunSummary summary = TrainingRun.create(experiment, directory.resolve("run"))
                    .run(ear)
                    .orElseThrow();
            assertThat(summary.steps()).isLessThan(6000);
            assertThat(summary.solvedAtStep()).hasValue(summary.steps());
            assertThat(ear.outcomes).containsExactly(new Outcome.Done());
        }
    }

    @Test
    void metricsAtAnIntervalLongerThanTheRunHaveTheLastUpdate() throws IOException {
        try (Experiment experiment = TestPlugin.experiment("training.metrics-every=100000")) {
            TrainingRun.create(experiment, directory.resolve("run")).run();
        }
        assertThat(metrics(directory.resolve("run"))).hasSize(2);
    }

    @Test
    void aFailureKeepsTheMetricsAndSavesNoCheckpoint() throws IOException {
        Path path = directory.resolve("run");
        Ear ear = new Ear();
        Listener failing = new Listener() {
            @Override
            public void updated(UpdateReport update) {
                if (update.training().updates() == 3) {
                    throw new IllegalStateException("enough");
                }
            }
        };
        try (Experiment experiment = TestPlugin.experiment("training.checkpoint.every=1d")) {
            assertThatThrownBy(() -> TrainingRun.create(experiment, path).run(ear, failing))
                    .hasMessage("enough");
        }
        assertThat(ear.outcomes).singleElement().isInstanceOf(Outcome.Failed.class);
        assertThat(metrics(path)).hasSize(4);
        assertThat(RunDirectory.open(path).checkpoints(1).latest()).isEmpty();
    }

    @Test
    void anEnvironmentThatFailsIsAFailureToo() {
        Ear ear = new Ear();
        try (Experiment experiment = TestPlugin.experiment("environment=Faulty-v0", "training.chunk=1")) {
            TrainingRun run = TrainingRun.create(experiment, directory.resolve("run"));
            assertThatThrownBy(() -> run.run(ear)).isInstanceOf(EnvironmentException.class);
        }
        assertThat(ear.outcomes).singleElement().isInstanceOf(Outcome.Failed.class);
    }

    /** What embedding without a directory must not ignore. */
    @Test
    void trainingWithoutADirectoryStopsWhenSolvedAndEvaluates() {
        Ear ear = new Ear();
        try (Experiment experiment = TestPlugin.experiment(ALWAYS_SOLVED)) {
            experiment.train(ear);
            assertThat(ear.episodes).hasSizeLessThan(6000);
        }
        try (Experiment experiment = TestPlugin.experiment(
                "training.evaluation={ every = 100, episodes = 5 }", "training.stop-when-solved=false")) {
            experiment.train(ear);
            assertThat(ear.evaluations)
                    .hasSize(3)
                    .allSatisfy(e -> assertThat(e.episodes()).hasSize(5));
        }
    }
}
