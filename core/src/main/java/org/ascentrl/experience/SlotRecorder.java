package org.ascentrl.experience;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
     * Forgets all rows; a rollout keeps the observations that it was made of. The next row continues the episode unless
     * the last segment ended it.
     */
    public void clear() {
        observations = observations.room(Math.max(1, rows));
        finalObservations = finalObservations.room(Math.max(1, segments.size()));
        rows = 0;
        segmentStart = 0;
        masked = false;
        segments.clear();
        finished.clear();
    }

    /** Sets whether the next row is the first of its episode: to go on where another recorder stopped. */
    public void startsEpisode(boolean starts) {
        startsEpisode = starts;
    }

    /**
     * Records one step: row {@code row} of the observations, masks and actions. The reward follows with
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

    /** The reward of the step recorded last. */
    public void reward(double reward) {
        rewards[rows - 1] = reward;
    }

    /**
     * Ends the segment: row {@code row} is the observation and the mask behind it. Without a row since
     * the last end, nothing happens.
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

    int rows() {
        return rows;
    }

    int segments() {
        return segments.size();
    }

    Observations observations() {
        return observations;
    }

    Observations finalObservations() {
        return finalObservations;
    }

    boolean masked() {
        return masked;
    }

    List<FinishedEpisode> finished() {
        return finished;
    }

    List<Segment> segmentsFrom(int firstRow) {
        return segments.stream()
                .map(s -> new Segment(s.slot(), firstRow + s.from(), firstRow + s.to(), s.startsEpisode(), s.end()))
                .toList();
    }

    void copyTo(int row, Actions toActions, boolean[] toMasks, double[] toRewards) {
        toActions.copy(actions, 0, row, rows);
        System.arraycopy(rewards, 0, toRewards, row, rows);
        if (toMasks.length > 0) {
            System.arraycopy(masks, 0, toMasks, row * choices, rows * choices);
        }
    }

    void copyFinalMasksTo(int segment, boolean[] toMasks) {
        if (toMasks.length > 0) {
            System.arraycopy(finalMasks, 0, toMasks, segment * choices, segments.size() * choices);
        }
    }

    /** Returns whether anything is forbidden. */
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
