package org.ascentrl.experience;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.env.space.Actions;
import org.ascentrl.env.space.Masks;
import org.ascentrl.env.space.Observations;

/**
 * A rollout of fresh experience: R rows, each an observation, the action taken and its reward, in S segments.
 *
 * <p>The rows of a slot are contiguous in time, without padding; slots follow each other. Each segment ends
 * {@link Segment.End terminated, truncated or cut} and has its final observation. Arrays are live: they are read, not
 * changed. C is the number of choices of the action space.
 */
public final class Rollout {

    private final Observations observations;
    private final Observations finalObservations;
    private final Actions actions;
    private final Masks masks;
    private final Masks finalMasks;
    private final double[] rewards;
    private final List<Segment> segments;
    private final List<FinishedEpisode> finished;

    private Rollout(EnvironmentSpec spec, List<SlotRecorder> slots) {
        int rows = slots.stream().mapToInt(SlotRecorder::rows).sum();
        int ends = slots.stream().mapToInt(SlotRecorder::segments).sum();
        int choices = slots.stream().anyMatch(SlotRecorder::masked)
                ? spec.actionSpace().choices()
                : 0;
        observations = Observations.concat(
                slots.stream().map(SlotRecorder::observations).toList(),
                slots.stream().mapToInt(SlotRecorder::rows).toArray());
        finalObservations = Observations.concat(
                slots.stream().map(SlotRecorder::finalObservations).toList(),
                slots.stream().mapToInt(SlotRecorder::segments).toArray());
        actions = Actions.of(spec.actionSpace(), rows);
        boolean[] allowed = new boolean[rows * choices];
        boolean[] allowedFinally = new boolean[ends * choices];
        rewards = new double[rows];
        List<Segment> allSegments = new ArrayList<>(ends);
        List<FinishedEpisode> allFinished = new ArrayList<>();
        int row = 0;
        for (SlotRecorder slot : slots) {
            slot.copyTo(row, actions, allowed, rewards);
            slot.copyFinalMasksTo(allSegments.size(), allowedFinally);
            allSegments.addAll(slot.segmentsFrom(row));
            allFinished.addAll(slot.finished());
            row += slot.rows();
        }
        masks = Masks.of(allowed, choices);
        finalMasks = Masks.of(allowedFinally, choices);
        allFinished.sort(Comparator.comparingInt(FinishedEpisode::step).thenComparingInt(FinishedEpisode::slot));
        segments = List.copyOf(allSegments);
        finished = List.copyOf(allFinished);
    }

    private Rollout(Rollout from, double[] rewards) {
        this.observations = from.observations;
        this.finalObservations = from.finalObservations;
        this.actions = from.actions;
        this.masks = from.masks;
        this.finalMasks = from.finalMasks;
        this.segments = from.segments;
        this.finished = from.finished;
        this.rewards = rewards;
    }

    /** Makes a rollout of the steps that the slots recorded, one slot after the other. */
    public static Rollout of(EnvironmentSpec spec, List<SlotRecorder> slots) {
        return new Rollout(spec, slots);
    }

    /** R, the number of environment steps. */
    public int rows() {
        return rewards.length;
    }

    /** [R], raw. */
    public Observations observations() {
        return observations;
    }

    /** [S], raw: the observation behind the last row of each segment. */
    public Observations finalObservations() {
        return finalObservations;
    }

    /** [R], as the policy chose them; a box action is not clipped. */
    public Actions actions() {
        return actions;
    }

    /** [R, C]: the allowed choices; {@link Masks#ALL} if all always were. */
    public Masks masks() {
        return masks;
    }

    /** [S, C]: the choices allowed in the final observations; {@link Masks#ALL} if all always were. */
    public Masks finalMasks() {
        return finalMasks;
    }

    /** [R], as the environment gave them. */
    public double[] rewards() {
        return rewards;
    }

    /** The same experience with other rewards [R]; the finished episodes keep their returns. */
    public Rollout withRewards(double[] others) {
        if (others.length != rows()) {
            throw new IllegalArgumentException("withRewards: " + others.length + " rewards for " + rows() + " rows");
        }
        return new Rollout(this, others);
    }

    /** [S], in the order of their rows. */
    public List<Segment> segments() {
        return segments;
    }

    /** The episodes that ended in this rollout: by the step of their end, then by slot. */
    public List<FinishedEpisode> finished() {
        return finished;
    }
}
