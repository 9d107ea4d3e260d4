package org.ascentrl.training;

import java.util.List;
import org.ascentrl.algorithm.Algorithm;
import org.ascentrl.algorithm.Metrics;
import org.ascentrl.collect.Collector;
import org.ascentrl.distribution.DivergenceException;
import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.experience.Rollout;
import org.ascentrl.tensor.Scope;
import org.ascentrl.tensor.Tensors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The training loop: collect, update, tell the callbacks, until the budget of steps is used or one asks to stop. */
public final class Trainer {

    private static final Logger LOG = LoggerFactory.getLogger(Trainer.class);

    private final Algorithm algorithm;
    private final Collector collector;
    private final Tensors tensors;
    private final List<Callback> callbacks;
    private final TrainingContext context;

    /** @param steps the budget of environment steps, over all slots */
    public Trainer(
            Algorithm algorithm,
            Collector collector,
            Tensors tensors,
            EnvironmentSpec environment,
            long steps,
            List<Callback> callbacks) {
        this.algorithm = algorithm;
        this.collector = collector;
        this.tensors = tensors;
        this.callbacks = List.copyOf(callbacks);
        context = new TrainingContext(algorithm, collector, environment, steps);
    }

    /** How training stands; restore its state before {@link #train} to go on with an earlier training. */
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
        callbacks.forEach(c -> c.started(context));
        while (!context.progress().done() && !context.stopRequested()) {
            long start = System.nanoTime();
            Rollout fresh =
                    collector.collect(algorithm.actor(), algorithm.horizon(context.progress()), context.progress());
            Metrics metrics = update(fresh);
            context.updated(fresh, metrics, System.nanoTime() - start);
            callbacks.forEach(c -> c.updated(context));
        }
        long over = context.progress().steps() - context.progress().budget();
        if (over > 0) {
            LOG.info("{} steps over the budget: the last rollout ran to its end", over);
        }
        callbacks.forEach(c -> c.ended(context));
        return context;
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
