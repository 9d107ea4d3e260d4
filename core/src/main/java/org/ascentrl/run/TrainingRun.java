package org.ascentrl.run;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ascentrl.actor.Actor;
import org.ascentrl.collect.Collector;
import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.sink.Sink;
import org.ascentrl.state.Snapshot;
import org.ascentrl.training.Evaluator;
import org.ascentrl.training.Listener;
import org.ascentrl.training.Trainer;
import org.ascentrl.training.TrainingContext;
import org.ascentrl.wiring.Experiment;
import org.ascentrl.wiring.Learner;
import org.ascentrl.wiring.TrainingSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A training with its directory, from the settings to the summary: what {@code ascent train} and {@code ascent resume} do.
 *
 * <pre>{@code
 * try (Experiment experiment = Ascent.experiment().set("environment=CartPole-v1").build()) {
 *     Optional<RunSummary> summary = TrainingRun.create(experiment, Path.of("runs/mine")).run();
 * }
 * }</pre>
 */
public final class TrainingRun {

    private static final Logger LOG = LoggerFactory.getLogger(TrainingRun.class);

    private final Experiment experiment;
    private final Learner learner;
    private final RunDirectory directory;

    private TrainingRun(Experiment experiment, Learner learner, RunDirectory directory) {
        this.experiment = experiment;
        this.learner = learner;
        this.directory = directory;
    }

    /**
     * Creates a run in a new directory, with its {@code settings.conf} and {@code run.json}. All that settings can get wrong
     * is found before the directory is created.
     *
     * @param path must not exist
     * @throws IllegalArgumentException if the algorithm or its networks do not suit the environment
     * @throws RunDirectoryException if the directory exists or cannot be created
     */
    public static TrainingRun create(Experiment experiment, Path path) {
        Learner learner = experiment.learner();
        RunDirectory directory = RunDirectory.create(path);
        directory.writeSettings(experiment.text());
        directory.writeRecord(new RunRecord(
                experiment.run().seed(),
                learner.backend().description(),
                System.getProperty("ascent.commit", "unknown"),
                Instant.now()));
        return new TrainingRun(experiment, learner, directory);
    }

    /**
     * Resumes a run from its latest checkpoint; without one, from its seed.
     *
     * @param experiment that of the directory's {@link RunDirectory#settings}
     * @throws IllegalArgumentException if the algorithm or its networks do not suit the environment
     * @throws RunDirectoryException if {@code path} is not the directory of a run
     */
    public static TrainingRun resume(Experiment experiment, Path path) {
        RunDirectory directory = RunDirectory.open(path);
        Learner learner = experiment.learner();
        String now = learner.backend().description();
        directory
                .recordedBackend()
                .filter(then -> !then.equals(now))
                .ifPresent(then -> LOG.warn(
                        "{}: computed by {} so far, by {} from here on: it goes on, but not to the same bits",
                        directory.path(),
                        then,
                        now));
        return new TrainingRun(experiment, learner, directory);
    }

    public RunDirectory directory() {
        return directory;
    }

    /** The algorithm that is trained; closed with the experiment. */
    public Learner learner() {
        return learner;
    }

    /**
     * Trains to the end, with metrics and checkpoints on the way; then evaluates, and writes policy and summary.
     *
     * @param listeners of the training; those that are a {@link Sink} are flushed before each checkpoint
     * @return the summary; empty if a listener stopped training, which leaves a checkpoint to resume from
     * @throws org.ascentrl.env.vector.EnvironmentException if an environment fails
     * @throws ArithmeticException if training diverges
     * @throws java.io.UncheckedIOException if a file cannot be written
     * @throws org.ascentrl.state.StateException if a checkpoint cannot be written, read or restored
     */
    public Optional<RunSummary> run(Listener... listeners) {
        TrainingContext training = train(List.of(listeners));
        if (training.stopRequested()) {
            return Optional.empty();
        }
        RunSummary summary = summary(training);
        directory.writePolicy(learner.algorithm().actor(), contract());
        directory.writeSummary(summary.asMap());
        return Optional.of(summary);
    }

    private TrainingContext train(List<Listener> more) {
        TrainingSettings settings = experiment.run().training();
        Checkpoints checkpoints = directory.checkpoints(settings.checkpoint().keep());
        List<Listener> listeners = new ArrayList<>(experiment.sinks(directory.path()));
        listeners.addAll(more);
        List<Sink> sinks = listeners.stream()
                .filter(Sink.class::isInstance)
                .map(Sink.class::cast)
                .toList();
        listeners.add(new Checkpointer(
                checkpoints,
                sinks,
                settings.checkpoint().every(),
                settings.evaluation().every() > 0));
        try (Collector collector = experiment.collector()) {
            Trainer trainer = experiment.trainer(learner, collector, listeners);
            checkpoints.latest().ifPresent(state -> state.restore(trainer.context()));
            return trainer.train();
        }
    }

    private RunSummary summary(TrainingContext training) {
        Actor actor = learner.algorithm().actor();
        Evaluator evaluator =
                experiment.evaluator(experiment.run().training().evaluation().episodes());
        return new RunSummary(
                experiment.chosen("environment"),
                training.environment().rewardThreshold(),
                experiment.chosen("algorithm"),
                learner.backend().description(),
                experiment.run().seed(),
                training.progress().steps(),
                training.episodes(),
                training.updates(),
                training.seconds(),
                training.stepsPerSecond(),
                training.solvedAtStep(),
                training.bestMeanReturn(),
                training.meanReturn(),
                evaluator.evaluate(actor, false),
                evaluator.evaluate(actor, true),
                Snapshot.of(actor).sha256());
    }

    /** The metadata of the policy file: all that is needed to use it. */
    private Map<String, String> contract() {
        EnvironmentSpec spec = experiment.environment().spec();
        return Map.of(
                "format", "ascent-policy-1",
                "environment", experiment.chosen("environment"),
                "environment-settings", experiment.environmentText(),
                "observation-space", spec.observationSpace().toString(),
                "action-space", spec.actionSpace().toString());
    }
}
