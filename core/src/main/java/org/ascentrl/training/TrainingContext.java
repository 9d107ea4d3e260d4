package org.ascentrl.training;

import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.ascentrl.algorithm.Algorithm;
import org.ascentrl.collect.Collector;
import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.experience.FinishedEpisode;
import org.ascentrl.experience.Progress;
import org.ascentrl.experience.Rollout;
import org.ascentrl.state.State;
import org.ascentrl.state.Stateful;

/**
 * The state of a training. "Solved" means that the mean return of the last 100 training episodes, looked at after each update,
 * reached the environment's threshold.
 *
 * <p>Its state is that of the whole training, between two updates: restored into a new context of the same settings,
 * training continues bit for bit.
 */
public final class TrainingContext implements Stateful {

    private static final int WINDOW = 100;

    private final Algorithm algorithm;
    private final EnvironmentSpec environment;
    private final Collector collector;
    private double[] recentReturns = new double[WINDOW];
    private long[] recentLengths = new long[WINDOW];
    private Progress progress;
    private long updates;
    private long episodes;
    private long nanos;
    private double best = Double.NEGATIVE_INFINITY;
    private long solvedAt = -1;
    private boolean finished;
    private volatile boolean stop;

    TrainingContext(Algorithm algorithm, Collector collector, EnvironmentSpec environment, long budget) {
        this.algorithm = algorithm;
        this.collector = collector;
        this.environment = environment;
        progress = new Progress(0, budget);
    }

    void updated(Rollout fresh, long spent) {
        progress = progress.plus(fresh.rows());
        nanos += spent;
        updates++;
        for (FinishedEpisode episode : fresh.finished()) {
            recentReturns[(int) (episodes % WINDOW)] = episode.episodeReturn();
            recentLengths[(int) (episodes % WINDOW)] = episode.length();
            episodes++;
        }
        if (episodes >= WINDOW) {
            double mean = meanReturn().orElseThrow();
            best = Math.max(best, mean);
            if (solvedAt < 0 && mean >= environment.rewardThreshold().orElse(Double.POSITIVE_INFINITY)) {
                solvedAt = progress.steps();
            }
        }
    }

    public Algorithm algorithm() {
        return algorithm;
    }

    public EnvironmentSpec environment() {
        return environment;
    }

    public Progress progress() {
        return progress;
    }

    public long updates() {
        return updates;
    }

    /** The number of finished episodes. */
    public long episodes() {
        return episodes;
    }

    /** The mean return of the last 100 episodes, or of all while there are fewer; empty before the first. */
    public OptionalDouble meanReturn() {
        double sum = 0;
        for (int i = 0; i < Math.min(episodes, WINDOW); i++) {
            sum += recentReturns[i];
        }
        return episodes == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / Math.min(episodes, WINDOW));
    }

    /** The mean length of the last 100 episodes, or of all while there are fewer; empty before the first. */
    public OptionalDouble meanLength() {
        double sum = 0;
        for (int i = 0; i < Math.min(episodes, WINDOW); i++) {
            sum += recentLengths[i];
        }
        return episodes == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / Math.min(episodes, WINDOW));
    }

    /** The best mean return over 100 episodes; empty while there are fewer. */
    public OptionalDouble bestMeanReturn() {
        return episodes < WINDOW ? OptionalDouble.empty() : OptionalDouble.of(best);
    }

    /** The number of steps after which the task was first found solved; empty while it is not. */
    public OptionalLong solvedAtStep() {
        return solvedAt < 0 ? OptionalLong.empty() : OptionalLong.of(solvedAt);
    }

    /** Wall time in collecting and updating, in seconds. */
    public double seconds() {
        return nanos / 1e9;
    }

    public double stepsPerSecond() {
        return nanos == 0 ? 0 : progress.steps() / seconds();
    }

    /** Ends training after this update as {@link Outcome.Done}: its goal is reached before the budget is used. */
    public void finish() {
        finished = true;
    }

    /** Ends training after this update as {@link Outcome.Stopped}: to be resumed. May be called from any thread. */
    public void requestStop() {
        stop = true;
    }

    public boolean stopRequested() {
        return stop;
    }

    boolean over() {
        return progress.done() || finished || stop;
    }

    @Override
    public void state(State s) {
        s.part("training", this::ownState);
        s.part("algorithm", algorithm);
        s.part("collector", collector);
    }

    private void ownState(State s) {
        s.longs(
                "counters",
                new int[] {5},
                () -> new long[] {progress.steps(), updates, episodes, nanos, solvedAt},
                saved -> {
                    progress = new Progress(saved[0], progress.budget());
                    updates = saved[1];
                    episodes = saved[2];
                    nanos = saved[3];
                    solvedAt = saved[4];
                });
        s.doubles("best", new int[0], () -> new double[] {best}, saved -> best = saved[0]);
        s.doubles("returns", new int[] {WINDOW}, () -> recentReturns, saved -> recentReturns = saved);
        s.longs("lengths", new int[] {WINDOW}, () -> recentLengths, saved -> recentLengths = saved);
    }
}
