package org.ascentrl.examples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ascentrl.actor.Actor;
import org.ascentrl.collect.Collector;
import org.ascentrl.examples.plot.LearningCurve;
import org.ascentrl.examples.plot.TrainingCurve;
import org.ascentrl.run.Checkpointer;
import org.ascentrl.run.Checkpoints;
import org.ascentrl.run.CsvSink;
import org.ascentrl.run.RunDirectory;
import org.ascentrl.run.RunRecord;
import org.ascentrl.training.Callback;
import org.ascentrl.training.Evaluator;
import org.ascentrl.training.PeriodicEvaluation;
import org.ascentrl.training.StopWhenSolved;
import org.ascentrl.training.Trainer;
import org.ascentrl.training.TrainingContext;
import org.ascentrl.wiring.Experiment;
import org.ascentrl.wiring.Learner;
import org.ascentrl.wiring.TrainingSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A training and its directory, from the settings to the summary: what train, resume and each seed of a sweep do. */
final class TrainingRun {

    private static final Logger LOG = LoggerFactory.getLogger(TrainingRun.class);

    private final Experiment experiment;
    private final Learner learner;
    private final RunDirectory directory;

    private TrainingRun(Experiment experiment, Learner learner, RunDirectory directory) {
        this.experiment = experiment;
        this.learner = learner;
        this.directory = directory;
    }

    /** A run in a new directory; everything that settings can get wrong is found before it is created. */
    static TrainingRun create(Experiment experiment, Path path) {
        Learner learner = learner(experiment);
        RunDirectory directory = RunDirectory.create(path);
        directory.writeSettings(experiment.text());
        directory.writeRecord(new RunRecord(
                experiment.run().seed(),
                learner.backend().description(),
                System.getProperty("ascent.commit", "unknown"),
                Instant.now()));
        return new TrainingRun(experiment, learner, directory);
    }

    /** A run that goes on in its directory. */
    static TrainingRun open(Experiment experiment, RunDirectory directory) {
        Learner learner = learner(experiment);
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

    private static Learner learner(Experiment experiment) {
        try {
            return experiment.learner();
        } catch (IllegalArgumentException e) {
            throw new WrongUseException(e);
        }
    }

    RunDirectory directory() {
        return directory;
    }

    /**
     * Trains from the latest checkpoint, if there is one, to the end; then evaluates and writes policy and summary.
     *
     * @param interruption asks for an early end, which leaves a checkpoint alone
     * @param watchers are told how it goes
     * @param filmed how many greedy episodes to film, where the environment draws pictures
     * @return the summary; empty if it was interrupted
     */
    Optional<Summary> run(Interruption interruption, List<Callback> watchers, int filmed) {
        TrainingContext result = train(interruption, watchers);
        if (interruption.happened()) {
            return Optional.empty();
        }
        Actor actor = learner.algorithm().actor();
        Evaluator evaluator =
                experiment.evaluator(experiment.run().training().evaluation().episodes());
        Summary summary = new Summary(
                experiment, learner, result, evaluator.evaluate(actor, false), evaluator.evaluate(actor, true));
        directory.writePolicy(actor, summary.contract());
        directory.writeSummary(summary.asMap());
        if (result.episodes() > 0) {
            draw(result);
        }
        if (filmed > 0 && Film.possible(experiment)) {
            Film.shoot(experiment, actor, filmed, directory.path().resolve("video.mp4"));
        }
        return Optional.of(summary);
    }

    private void draw(TrainingContext result) {
        try {
            TrainingCurve curve = TrainingCurve.read(directory.path().resolve("metrics.csv"));
            LearningCurve.ofRun(
                            experiment.chosen("algorithm") + " on " + experiment.chosen("environment"),
                            curve,
                            result.environment().rewardThreshold())
                    .write(directory.path().resolve("learning-curve.png"));
        } catch (IOException e) {
            throw new UncheckedIOException(directory.path() + ": learning-curve.png cannot be written", e);
        }
    }

    private TrainingContext train(Interruption interruption, List<Callback> watchers) {
        TrainingSettings training = experiment.run().training();
        Checkpoints checkpoints = directory.checkpoints(training.checkpoint().keep());
        try (CsvSink metrics = directory.metrics(training.metricsEvery());
                Collector collector = experiment.collector()) {
            Trainer trainer =
                    experiment.trainer(learner, collector, callbacks(metrics, checkpoints, interruption, watchers));
            checkpoints.latest().ifPresent(state -> state.restore(trainer.context()));
            return trainer.train();
        }
    }

    private List<Callback> callbacks(
            CsvSink metrics, Checkpoints checkpoints, Interruption interruption, List<Callback> watchers) {
        TrainingSettings training = experiment.run().training();
        long every = training.evaluation().every();
        List<Callback> callbacks = new ArrayList<>();
        if (every > 0) {
            Evaluator evaluator = experiment.evaluator(training.evaluation().episodes());
            callbacks.add(new PeriodicEvaluation(evaluator, every));
        }
        callbacks.add(metrics);
        callbacks.add(
                new Checkpointer(checkpoints, metrics, training.checkpoint().every(), every > 0));
        if (training.stopWhenSolved()) {
            callbacks.add(new StopWhenSolved());
        }
        callbacks.add(interruption);
        callbacks.addAll(watchers);
        return callbacks;
    }
}
