package org.ascentrl.training;

import java.util.List;

/** Evaluates the policy greedily each time training has passed another so many steps. */
public final class PeriodicEvaluation implements Listener {

    private final Evaluator evaluator;
    private final long every;
    private final List<Listener> listeners;
    private long steps;

    /**
     * Evaluates with {@code evaluator}.
     *
     * @param every in environment steps, at least 1
     * @param listeners hear of each evaluation; they stand behind this one in the list that the trainer gets
     */
    public PeriodicEvaluation(Evaluator evaluator, long every, List<? extends Listener> listeners) {
        this.evaluator = evaluator;
        this.every = every;
        this.listeners = List.copyOf(listeners);
    }

    @Override
    public void started(TrainingContext training) {
        steps = training.progress().steps();
    }

    @Override
    public void updated(UpdateReport update) {
        long before = steps;
        steps = update.training().progress().steps();
        if (steps / every > before / every) {
            Evaluation greedy = evaluator.evaluate(update.training().algorithm().actor(), false);
            listeners.forEach(listener -> listener.evaluated(greedy));
        }
    }
}
