package org.ascentrl.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ascentrl.algorithm.Algorithm;
import org.ascentrl.algorithm.Metrics;
import org.ascentrl.collect.Collector;
import org.ascentrl.distribution.DivergenceException;
import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.experience.Progress;
import org.ascentrl.experience.Rollout;
import org.ascentrl.tensor.Scope;
import org.ascentrl.tensor.Tensors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The training loop: collect, update, call the listeners, until the budget of steps is used or one ends training. */
public final class Trainer {

    private static final Logger LOG = LoggerFactory.getLogger(Trainer.class);

    private final Algorithm algorithm;
    private final Collector collector;
    private final Tensors tensors;
    private final List<Listener> listeners;
    private final TrainingContext context;

    /** @param steps the budget of environment steps, over all slots */
    public Trainer(
            Algorithm algorithm,
            Collector collector,
            Tensors tensors,
            EnvironmentSpec environment,
            long steps,
            List<Listener> listeners) {
        this.algorithm = algorithm;
        this.collector = collector;
        this.tensors = tensors;
        this.listeners = List.copyOf(listeners);
        context = new TrainingContext(algorithm, collector, environment, steps);
    }

    /** The state of training; restore its state before {@link #train} to resume an earlier training. */
    public TrainingContext context() {
        return context;
    }

    /**
     * Trains to the end.
     *
     * @return how it went
     * @throws org.ascentrl.env.vector.EnvironmentException if an environment fails
     * @throws DivergenceException if training diverges
     */
    public TrainingContext train() {
        try {
            listeners.forEach(listener -> listener.started(context));
            while (!context.over()) {
                collectAndUpdate();
            }
        } catch (RuntimeException | Error e) {
            end(new Outcome.Failed(e)).ifPresent(another -> suppress(another, e));
            throw e;
        }
        long over = context.progress().steps() - context.progress().budget();
        if (over > 0) {
            LOG.info("{} steps over the budget: the last rollout ran to its end", over);
        }
        Optional<RuntimeException> failure = end(context.stopRequested() ? new Outcome.Stopped() : new Outcome.Done());
        if (failure.isPresent()) {
            throw failure.get();
        }
        return context;
    }

    private void collectAndUpdate() {
        long start = System.nanoTime();
        Progress before = context.progress();
        Rollout fresh = collector.collect(algorithm.actor(), algorithm.horizon(before), algorithm.extras(), before);
        UpdateReport report = new UpdateReport(context, update(fresh));
        context.updated(fresh, System.nanoTime() - start);
        for (Listener listener : listeners) {
            fresh.finished().forEach(listener::episode);
        }
        listeners.forEach(listener -> listener.updated(report));
    }

    /** Tells all listeners, whichever of them fail; gives what the first failure threw. */
    private Optional<RuntimeException> end(Outcome outcome) {
        List<RuntimeException> failures = new ArrayList<>();
        for (Listener listener : listeners) {
            try {
                listener.ended(outcome);
            } catch (RuntimeException e) {
                failures.add(e);
            }
        }
        failures.stream().skip(1).forEach(e -> suppress(e, failures.get(0)));
        return failures.stream().findFirst();
    }

    private static void suppress(Throwable suppressed, Throwable thrown) {
        if (suppressed != thrown) {
            thrown.addSuppressed(suppressed);
        }
    }

    private Metrics update(Rollout fresh) {
        try (Scope scope = tensors.scope()) {
            Metrics metrics = algorithm.learn(fresh, context.progress());
            metrics.asMap().forEach(this::checkFinite);
            return metrics;
        }
    }

    private void checkFinite(String name, double value) {
        if (!Double.isFinite(value)) {
            throw new DivergenceException("update " + (context.updates() + 1) + ": " + name + " is " + value);
        }
    }
}
