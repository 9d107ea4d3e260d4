package org.ascentrl.run;

import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import org.ascentrl.sink.Sink;
import org.ascentrl.training.Evaluation;
import org.ascentrl.training.Listener;
import org.ascentrl.training.Outcome;
import org.ascentrl.training.TrainingContext;
import org.ascentrl.training.UpdateReport;
import org.jspecify.annotations.Nullable;

/**
 * Saves a training at intervals, at its end unless it fails, and whenever the score improves. The score is the mean return
 * of the periodic evaluation; without one, that of the last 100 episodes, looked at a hundred times in a run.
 */
public final class Checkpointer implements Listener {

    private static final int LOOKS = 100;

    private final Checkpoints checkpoints;
    private final List<Sink> sinks;
    private final Duration every;
    private final boolean evaluated;
    private OptionalDouble evaluation = OptionalDouble.empty();
    private double best = Double.NEGATIVE_INFINITY;
    private long steps;
    private long saved;
    private @Nullable TrainingContext training;

    /**
     * Saves to {@code checkpoints}.
     *
     * @param sinks flushed before each of the latest
     * @param every wall time between two of the latest; does not change what is learned
     * @param evaluated whether training is evaluated periodically
     */
    public Checkpointer(Checkpoints checkpoints, List<? extends Sink> sinks, Duration every, boolean evaluated) {
        this.checkpoints = checkpoints;
        this.sinks = List.copyOf(sinks);
        this.every = every;
        this.evaluated = evaluated;
    }

    @Override
    public void started(TrainingContext training) {
        this.training = training;
        best = checkpoints.bestScore().orElse(Double.NEGATIVE_INFINITY);
        steps = training.progress().steps();
        saved = System.nanoTime();
    }

    @Override
    public void evaluated(Evaluation greedy) {
        evaluation = OptionalDouble.of(greedy.meanReturn());
    }

    @Override
    public void updated(UpdateReport update) {
        OptionalDouble score = evaluated ? evaluation : meanReturn(update.training());
        evaluation = OptionalDouble.empty();
        if (score.isPresent() && score.getAsDouble() > best) {
            best = score.getAsDouble();
            checkpoints.saveBest(update.training(), best);
        }
        if (System.nanoTime() - saved >= every.toNanos()) {
            save(update.training());
        }
    }

    @Override
    public void ended(Outcome outcome) {
        if (training != null && !(outcome instanceof Outcome.Failed)) {
            save(training);
        }
    }

    private void save(TrainingContext training) {
        sinks.forEach(Sink::flush);
        checkpoints.save(training);
        saved = System.nanoTime();
    }

    private OptionalDouble meanReturn(TrainingContext training) {
        long before = steps;
        steps = training.progress().steps();
        long budget = training.progress().budget();
        boolean look = LOOKS * steps / budget > LOOKS * before / budget;
        return look && training.bestMeanReturn().isPresent() ? training.meanReturn() : OptionalDouble.empty();
    }
}
