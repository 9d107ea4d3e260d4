package org.ascentrl.experience;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.env.space.Actions;
import org.ascentrl.env.space.Masks;

/** Records what one slot experiences, row by row, until it becomes part of a {@link Rollout}. Reusable: see clear. */
public final class SlotRecorder {

    private static final int FIRST_CAPACITY = 64;

    private final EnvironmentSpec spec;
    private final int slot;
    private final int features;
    private final int choices;
    private float[] observations;
    private Actions actions;
    private boolean[] masks;
    private double[] rewards;
    private float[] finalObservations;
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
        features = spec.observationSpace().flatSize();
        choices = spec.actionSpace().choices();
        observations = new float[FIRST_CAPACITY * features];
        actions = Actions.of(spec.actionSpace(), FIRST_CAPACITY);
        masks = new boolean[FIRST_CAPACITY * choices];
        rewards = new double[FIRST_CAPACITY];
        finalObservations = new float[features];
        finalMasks = new boolean[choices];
    }

    /** Forgets all rows. The next one continues the episode unless the last segment ended it. */
    public void clear() {
        rows = 0;
        segmentStart = 0;
        masked = false;
        segments.clear();
        finished.clear();
    }

    /** Whether the next row is the first of its episode: to go on where another recorder stopped. */
    public void startsEpisode(boolean starts) {
        startsEpisode = starts;
    }

    /**
     * Records one step: row {@code row} of what was observed, allowed and chosen. The reward follows with
     * {@link #reward}.
     *
     * @param allowed [n, C], what was allowed
     */
    public void step(int row, float[] observed, Masks allowed, Actions chosen) {
        if (rows == rewards.length) {
            grow();
        }
        System.arraycopy(observed, row * features, observations, rows * features, features);
        actions.copy(chosen, row, rows, 1);
        masked |= copyMask(allowed, row, masks, rows);
        rows++;
    }

    /** The reward of the step recorded last. */
    public void reward(double reward) {
        rewards[rows - 1] = reward;
    }

    /**
     * Ends the segment: row {@code row} of the arrays is what was observed and allowed behind it. Without a row since
     * the last end, nothing happens.
     */
    public void end(Segment.End end, int row, float[] observed, Masks allowed) {
        if (rows == segmentStart) {
            return;
        }
        int n = segments.size();
        if ((n + 1) * features > finalObservations.length) {
            finalObservations = Arrays.copyOf(finalObservations, 2 * finalObservations.length);
            finalMasks = Arrays.copyOf(finalMasks, 2 * finalMasks.length);
        }
        System.arraycopy(observed, row * features, finalObservations, n * features, features);
        masked |= copyMask(allowed, row, finalMasks, n);
        segments.add(new Segment(slot, segmentStart, rows, startsEpisode, end));
        segmentStart = rows;
        startsEpisode = end != Segment.End.CUT;
    }

    /** An episode of this slot ended. */
    public void finish(FinishedEpisode episode) {
        finished.add(episode);
    }

    int rows() {
        return rows;
    }

    int segments() {
        return segments.size();
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

    void copyTo(int row, float[] toObservations, Actions toActions, boolean[] toMasks, double[] toRewards) {
        System.arraycopy(observations, 0, toObservations, row * features, rows * features);
        toActions.copy(actions, 0, row, rows);
        System.arraycopy(rewards, 0, toRewards, row, rows);
        if (toMasks.length > 0) {
            System.arraycopy(masks, 0, toMasks, row * choices, rows * choices);
        }
    }

    void copyFinalsTo(int segment, float[] toObservations, boolean[] toMasks) {
        System.arraycopy(finalObservations, 0, toObservations, segment * features, segments.size() * features);
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
        observations = Arrays.copyOf(observations, capacity * features);
        masks = Arrays.copyOf(masks, capacity * choices);
        rewards = Arrays.copyOf(rewards, capacity);
        Actions more = Actions.of(spec.actionSpace(), capacity);
        more.copy(actions, 0, 0, rows);
        actions = more;
    }
}
