package org.ascentrl.experience;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.env.space.Actions;
import org.ascentrl.env.space.Masks;
import org.ascentrl.env.space.Observations;

/** Records the steps of one slot, row by row, for a {@link Rollout}. Reusable after {@link #clear}. */
public final class SlotRecorder {

    private static final int FIRST_CAPACITY = 64;

    private final EnvironmentSpec spec;
    private final int slot;
    private final int choices;
    private Observations observations;
    private Actions actions;
    private boolean[] masks;
    private double[] rewards;
    private Observations finalObservations;
    private boolean[] finalMasks;
    private final List<Segment> segments = new ArrayList<>();
    private final List<FinishedEpisode> finished = new ArrayList<>();
    private final Set<Extra> extras = EnumSet.noneOf(Extra.class);
    private double[] logProbs = {};
    private float[] memory = {};
    private int memorySize;
    private final Map<String, double[]> info = new TreeMap<>();
    private boolean masked;
    private int rows;
    private int segmentStart;
    private boolean startsEpisode = true;

    public SlotRecorder(EnvironmentSpec spec, int slot) {
        this.spec = spec;
        this.slot = slot;
        choices = spec.actionSpace().choices();
        observations = Observations.of(spec.observationSpace(), FIRST_CAPACITY);
        actions = Actions.of(spec.actionSpace(), FIRST_CAPACITY);
        masks = new boolean[FIRST_CAPACITY * choices];
        rewards = new double[FIRST_CAPACITY];
        finalObservations = Observations.of(spec.observationSpace(), 1);
        finalMasks = new boolean[choices];
    }

    /**
     * Removes all rows; rollouts made before keep their observations. The next row continues the episode unless the
     * last segment ended it.
     */
    public void clear() {
        observations = observations.room(Math.max(1, rows));
        finalObservations = finalObservations.room(Math.max(1, segments.size()));
        rows = 0;
        segmentStart = 0;
        masked = false;
        segments.clear();
        finished.clear();
        info.clear();
    }

    /** Sets the extras that are recorded from here on; call it after {@link #clear}. */
    public void record(Set<Extra> asked) {
        extras.clear();
        extras.addAll(asked);
    }

    /** Sets whether the next row is the first of its episode, to continue where another recorder stopped. */
    public void startsEpisode(boolean starts) {
        startsEpisode = starts;
    }

    /**
     * Records one step from row {@code row} of the observations, masks and actions. Its reward is set by
     * {@link #reward}.
     *
     * @param allowed [n, C]
     */
    public void step(int row, Observations observed, Masks allowed, Actions chosen) {
        if (rows == rewards.length) {
            grow();
        }
        if (rows == observations.rows()) {
            observations = observations.grown(2 * rows);
        }
        observations.copy(observed, row, rows, 1);
        actions.copy(chosen, row, rows, 1);
        masked |= copyMask(allowed, row, masks, rows);
        rows++;
    }

    /** Sets the reward of the step recorded last. */
    public void reward(double reward) {
        rewards[rows - 1] = reward;
    }

    /**
     * Takes the actor's memory before the next step, which is recorded if {@link Extra#MEMORY} is asked for and the
     * step starts a segment.
     *
     * @param numbers [n, size]
     */
    public void memory(int row, float[] numbers, int size) {
        if (extras.contains(Extra.MEMORY) && rows == segmentStart) {
            int to = segments.size() * size;
            if (to + size > memory.length) {
                memory = Arrays.copyOf(memory, 2 * (to + size));
            }
            System.arraycopy(numbers, row * size, memory, to, size);
            memorySize = size;
        }
    }

    /** Sets the log-probability of the action recorded last. */
    public void logProb(double logProb) {
        if (logProbs.length < rows) {
            logProbs = Arrays.copyOf(logProbs, rewards.length);
        }
        logProbs[rows - 1] = logProb;
    }

    /** Records the numbers in the environment's info of the last step; booleans become 0 and 1. */
    public void info(Map<String, Object> facts) {
        if (extras.contains(Extra.INFO)) {
            facts.forEach((name, fact) -> {
                if (fact instanceof Number number) {
                    info(name, number.doubleValue());
                } else if (fact instanceof Boolean flag) {
                    info(name, flag ? 1 : 0);
                }
            });
        }
    }

    private void info(String name, double value) {
        double[] column = info.getOrDefault(name, new double[0]);
        if (column.length < rows) {
            column = padded(column, rewards.length);
            info.put(name, column);
        }
        column[rows - 1] = value;
    }

    /** Returns the first {@code length} numbers, with NaN for those that are missing. */
    private static double[] padded(double[] column, int length) {
        double[] copy = Arrays.copyOf(column, length);
        Arrays.fill(copy, Math.min(column.length, length), length, Double.NaN);
        return copy;
    }

    /**
     * Ends the segment with its final observation and mask in row {@code row}. Without a row since the last end, this
     * has no effect.
     */
    public void end(Segment.End end, int row, Observations observed, Masks allowed) {
        if (rows == segmentStart) {
            return;
        }
        int n = segments.size();
        if (n == finalObservations.rows()) {
            finalObservations = finalObservations.grown(2 * n);
        }
        if ((n + 1) * choices > finalMasks.length) {
            finalMasks = Arrays.copyOf(finalMasks, 2 * finalMasks.length);
        }
        finalObservations.copy(observed, row, n, 1);
        masked |= copyMask(allowed, row, finalMasks, n);
        segments.add(new Segment(slot, segmentStart, rows, startsEpisode, end));
        segmentStart = rows;
        startsEpisode = end != Segment.End.CUT;
    }

    /** Records that an episode of this slot ended. */
    public void finish(FinishedEpisode episode) {
        finished.add(episode);
    }

    /** Returns the rows since the last {@link #clear}; observations are not copied. */
    Rollout rollout() {
        Actions taken = Actions.of(spec.actionSpace(), rows);
        taken.copy(actions, 0, 0, rows);
        int ends = segments.size();
        return new Rollout(
                Observations.concat(List.of(observations), rows),
                Observations.concat(List.of(finalObservations), ends),
                taken,
                masked ? Masks.of(Arrays.copyOf(masks, rows * choices), choices) : Masks.ALL,
                masked ? Masks.of(Arrays.copyOf(finalMasks, ends * choices), choices) : Masks.ALL,
                Arrays.copyOf(rewards, rows),
                List.copyOf(segments),
                List.copyOf(finished),
                extras());
    }

    private Extras extras() {
        if (extras.isEmpty()) {
            return Extras.NONE;
        }
        Map<String, double[]> columns = new TreeMap<>();
        info.forEach((name, column) -> columns.put(name, padded(column, rows)));
        return new Extras(
                EnumSet.copyOf(extras),
                padded(logProbs, extras.contains(Extra.LOG_PROBS) ? rows : 0),
                Arrays.copyOf(memory, extras.contains(Extra.MEMORY) ? segments.size() * memorySize : 0),
                columns);
    }

    /** Copies the mask; returns whether it masks anything. */
    private boolean copyMask(Masks allowed, int row, boolean[] target, int to) {
        boolean forbidden = false;
        for (int i = 0; i < choices; i++) {
            boolean allows = allowed.allows(row, i);
            target[to * choices + i] = allows;
            forbidden |= !allows;
        }
        return forbidden;
    }

    private void grow() {
        int capacity = 2 * rewards.length;
        masks = Arrays.copyOf(masks, capacity * choices);
        rewards = Arrays.copyOf(rewards, capacity);
        Actions more = Actions.of(spec.actionSpace(), capacity);
        more.copy(actions, 0, 0, rows);
        actions = more;
    }
}
