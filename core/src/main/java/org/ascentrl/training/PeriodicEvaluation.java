package org.ascentrl.training;

/** Evaluates the policy greedily each time training has passed another so many steps. */
public final class PeriodicEvaluation implements Callback {

    private final Evaluator evaluator;
    private final long every;
    private long steps;

    /**
     * Evaluates with {@code evaluator}.
     *
     * @param every in environment steps, at least 1
     */
    public PeriodicEvaluation(Evaluator evaluator, long every) {
        this.evaluator = evaluator;
        this.every = every;
    }

    @Override
    public void started(TrainingContext context) {
        steps = context.progress().steps();
    }

    @Override
    public void updated(TrainingContext context) {
        long before = steps;
        steps = context.progress().steps();
        if (steps / every > before / every) {
            context.evaluated(evaluator.evaluate(context.algorithm().actor(), false));
        }
    }
}
