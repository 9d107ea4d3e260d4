package org.ascentrl.run;

import java.time.Duration;
import java.util.OptionalDouble;
import org.ascentrl.training.Callback;
import org.ascentrl.training.Evaluation;
import org.ascentrl.training.TrainingContext;

/**
 * Saves training as it goes: every so often, at its end, and whenever it is better than ever. How good it is says the
 * periodic evaluation; without one, the mean return of the last 100 episodes, looked at a hundred times in a run.
 */
public final class Checkpointer implements Callback {

    private static final int LOOKS = 100;

    private final Checkpoints checkpoints;
    private final CsvSink metrics;
    private final Duration every;
    private final boolean evaluated;
    private double best = Double.NEGATIVE_INFINITY;
    private long steps;
    private long saved;

    /**
     * Saves to {@code checkpoints}.
     *
     * @param metrics flushed before each of the latest
     * @param every wall time between two of the latest; does not change what is learned
     * @param evaluated whether training is evaluated periodically
     */
    public Checkpointer(Checkpoints checkpoints, CsvSink metrics, Duration every, boolean evaluated) {
        this.checkpoints = checkpoints;
        this.metrics = metrics;
        this.every = every;
        this.evaluated = evaluated;
    }

    @Override
    public void started(TrainingContext context) {
        best = checkpoints.bestScore().orElse(Double.NEGATIVE_INFINITY);
        steps = context.progress().steps();
        saved = System.nanoTime();
    }

    @Override
    public void updated(TrainingContext context) {
        OptionalDouble score = score(context);
        if (score.isPresent() && score.getAsDouble() > best) {
            best = score.getAsDouble();
            checkpoints.saveBest(context, best);
        }
        if (System.nanoTime() - saved >= every.toNanos()) {
            save(context);
        }
    }

    @Override
    public void ended(TrainingContext context) {
        save(context);
    }

    private void save(TrainingContext context) {
        metrics.flush();
        checkpoints.save(context);
        saved = System.nanoTime();
    }

    private OptionalDouble score(TrainingContext context) {
        if (evaluated) {
            return context.evaluation().map(Evaluation::meanReturn).stream()
                    .mapToDouble(Double::doubleValue)
                    .findFirst();
        }
        long before = steps;
        steps = context.progress().steps();
        long budget = context.progress().budget();
        boolean look = LOOKS * steps / budget > LOOKS * before / budget;
        return look && context.bestMeanReturn().isPresent() ? context.meanReturn() : OptionalDouble.empty();
    }
}
