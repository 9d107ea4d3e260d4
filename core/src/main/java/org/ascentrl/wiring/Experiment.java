package org.ascentrl.wiring;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.ascentrl.algorithm.Algorithm;
import org.ascentrl.algorithm.AlgorithmSetup;
import org.ascentrl.collect.Collector;
import org.ascentrl.collect.CollectorSetup;
import org.ascentrl.env.registry.EnvironmentFactory;
import org.ascentrl.optim.OptimizerSetup;
import org.ascentrl.policy.network.Networks;
import org.ascentrl.random.Streams;
import org.ascentrl.settings.hocon.Settings;
import org.ascentrl.sink.Sink;
import org.ascentrl.sink.SinkSetup;
import org.ascentrl.state.Snapshot;
import org.ascentrl.tensor.TensorBackend;
import org.ascentrl.tensor.Tensors;
import org.ascentrl.training.Evaluator;
import org.ascentrl.training.Listener;
import org.ascentrl.training.PeriodicEvaluation;
import org.ascentrl.training.StopWhenSolved;
import org.ascentrl.training.Trainer;

/**
 * A training as settings describe it, checked and ready to build. Building a part twice gives equal ones. Closing it frees
 * all that it built but collectors.
 */
public final class Experiment implements AutoCloseable {

    private final Settings settings;
    private final RunSettings run;
    private final EnvironmentFactory environment;
    private final Parts parts;
    private final Streams random;
    private final Collection<Learner> learners = new ConcurrentLinkedQueue<>();

    Experiment(Settings settings, RunSettings run, EnvironmentFactory environment, Parts parts) {
        this.settings = settings;
        this.run = run;
        this.environment = environment;
        this.parts = parts;
        random = new Streams(run.seed());
    }

    /** The settings in full, defaults included, as HOCON: an experiment of these alone is equal to this. */
    public String text() {
        return settings.render();
    }

    /**
     * The settings of the environment and its wrappers alone, as HOCON: what {@link Bootstrap#environment} needs to make
     * the environment that a policy of this experiment acts in.
     */
    public String environmentText() {
        List<String> keys = new ArrayList<>(List.of("environment", "wrappers"));
        keys.addAll(settings.sections("environment"));
        keys.addAll(settings.sections("wrappers"));
        return settings.render(keys);
    }

    /** The name that a selector, as {@code algorithm}, chose. */
    public String chosen(String selector) {
        return settings.named(selector).get(0);
    }

    public RunSettings run() {
        return run;
    }

    /** The run's named streams. */
    public Streams random() {
        return random;
    }

    /** Makes the environments of the experiment, wrappers included. */
    public EnvironmentFactory environment() {
        return environment;
    }

    /** Makes, of a setup, everything that the settings chose of a kind. Calls factories one after the other. */
    public synchronized <S, T> List<T> make(Kind<S, T> kind, S setup) {
        return parts.of(kind).stream().map(maker -> maker.apply(setup)).toList();
    }

    /**
     * A new algorithm on a new backend, for the calling thread. Several threads may call it: it calls the factories for
     * one after the other.
     *
     * @throws IllegalArgumentException if the algorithm or its networks do not suit the environment
     * @throws IllegalStateException if two items of its state, such as parameters, have one name: it could not be saved
     */
    public synchronized Learner learner() {
        TensorBackend backend = parts.make(Kind.BACKEND, chosen("backend"));
        try {
            Tensors tensors = Tensors.on(backend);
            Learner learner = new Learner(backend, tensors, algorithm(tensors));
            Snapshot.namesOf(learner.algorithm());
            learners.add(learner);
            return learner;
        } catch (RuntimeException | Error e) {
            backend.close();
            throw e;
        }
    }

    private Algorithm algorithm(Tensors tensors) {
        return parts.make(
                Kind.ALGORITHM,
                new AlgorithmSetup(
                        environment.spec(),
                        tensors,
                        new Networks(
                                encoder -> parts.make(Kind.ENCODER, encoder),
                                run.networks(),
                                environment.spec(),
                                tensors),
                        parameters -> parts.make(Kind.OPTIMIZER, new OptimizerSetup(parameters, tensors)),
                        random));
    }

    /** Makes a collector of experience as the settings say. Close it. */
    public Collector collector() {
        TrainingSettings training = run.training();
        return parts.make(
                Kind.COLLECTOR,
                new CollectorSetup(
                        environment.spec(),
                        environment::createVector,
                        () -> learner().algorithm().actor(),
                        random,
                        training.slots(),
                        training.chunk(),
                        training.threadCount(),
                        text()));
    }

    /**
     * Makes the training loop. It stops when solved and evaluates periodically if {@code training.stop-when-solved} and
     * {@code training.evaluation.every} say so.
     *
     * @param listeners called in this order
     */
    public Trainer trainer(Learner learner, Collector collector, List<? extends Listener> listeners) {
        TrainingSettings training = run.training();
        List<Listener> all = new ArrayList<>(listeners);
        if (training.stopWhenSolved()) {
            all.add(new StopWhenSolved());
        }
        TrainingSettings.EvaluationSettings evaluation = training.evaluation();
        if (evaluation.every() > 0) {
            all.add(0, new PeriodicEvaluation(evaluator(evaluation.episodes()), evaluation.every(), listeners));
        }
        return new Trainer(
                learner.algorithm(), collector, learner.tensors(), environment.spec(), training.steps(), all);
    }

    /**
     * Trains a new learner to the end, and writes nothing. {@link org.ascentrl.run.TrainingRun} trains as {@code ascent
     * train} does: with a directory of checkpoints, metrics, policy and summary.
     */
    public Learner train(Listener... listeners) {
        Learner learner = learner();
        try (Collector collector = collector()) {
            trainer(learner, collector, List.of(listeners)).train();
        }
        return learner;
    }

    /** Makes the sinks of a run, which record it in files of its directory. */
    public List<Sink> sinks(Path directory) {
        SinkSetup setup = new SinkSetup(directory, run.training().metricsEvery());
        return parts.of(Kind.SINKS).stream().map(sink -> sink.apply(setup)).toList();
    }

    /** Makes an evaluator of so many episodes. */
    public Evaluator evaluator(int episodes) {
        return new Evaluator(environment::createVector, random, episodes);
    }

    /** Idempotent. */
    @Override
    public void close() {
        learners.forEach(Learner::close);
        learners.clear();
    }
}
