package org.ascentrl.tck;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.ascentrl.algorithm.Algorithm;
import org.ascentrl.algorithm.Metrics;
import org.ascentrl.collect.Collector;
import org.ascentrl.collect.CollectorSetup;
import org.ascentrl.collect.LocalCollector;
import org.ascentrl.experience.Progress;
import org.ascentrl.experience.Rollout;
import org.ascentrl.random.Streams;
import org.ascentrl.state.Snapshot;
import org.ascentrl.tensor.Scope;
import org.ascentrl.tensor.TensorBackend;
import org.ascentrl.tensor.Tensors;
import org.ascentrl.training.Evaluator;
import org.ascentrl.training.Trainer;

/** An algorithm on a backend of its own, and what collects for it. */
final class AlgorithmRun implements AutoCloseable {

    static final int SLOTS = 4;

    private final ToyTask task;
    private final long budget;
    private final Streams random;
    private final TensorBackend backend;
    private final Tensors tensors;
    private final Algorithm algorithm;
    private final Collector collector;
    private Progress progress;

    /**
     * @param backends makes a backend of the calling thread
     * @param algorithms makes the algorithm, and the copies whose actors collect
     */
    AlgorithmRun(
            ToyTask task,
            long budget,
            Supplier<TensorBackend> backends,
            BiFunction<Tensors, Streams, Algorithm> algorithms,
            Streams random,
            int chunk,
            int threads) {
        this.task = task;
        this.budget = budget;
        this.random = random;
        backend = backends.get();
        tensors = Tensors.on(backend);
        algorithm = algorithms.apply(tensors, random);
        collector = new LocalCollector(new CollectorSetup(
                task.spec(),
                task::vector,
                () -> algorithms.apply(Tensors.on(backends.get()), random).actor(),
                random,
                SLOTS,
                chunk,
                threads,
                ""));
        progress = new Progress(0, budget);
    }

    ToyTask task() {
        return task;
    }

    Tensors tensors() {
        return tensors;
    }

    Algorithm algorithm() {
        return algorithm;
    }

    Progress progress() {
        return progress;
    }

    void resumeAt(Progress p) {
        progress = p;
    }

    Rollout collect() {
        return collector.collect(algorithm.actor(), algorithm.horizon(progress), algorithm.extras(), progress);
    }

    Metrics update(Rollout fresh) {
        try (Scope scope = tensors.scope()) {
            Metrics metrics = algorithm.learn(fresh, progress);
            progress = progress.plus(fresh.rows());
            return metrics;
        }
    }

    void updates(int count) {
        for (int i = 0; i < count; i++) {
            update(collect());
        }
    }

    /** From the start to the end of the budget. */
    void train() {
        new Trainer(algorithm, collector, tensors, task.spec(), budget, List.of()).train();
    }

    /** The mean return of greedy play. */
    double evaluate(int episodes) {
        return new Evaluator(task::vector, random, episodes)
                .evaluate(algorithm.actor(), false)
                .meanReturn();
    }

    String sha256() {
        return Snapshot.of(algorithm).sha256();
    }

    @Override
    public void close() {
        collector.close();
        backend.close();
    }
}
