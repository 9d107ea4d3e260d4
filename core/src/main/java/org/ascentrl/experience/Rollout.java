package org.ascentrl.experience;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.env.space.Actions;
import org.ascentrl.env.space.Masks;
import org.ascentrl.env.space.Observations;
import org.ascentrl.state.Snapshot;

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
    private final Extras extras;

    Rollout(
            Observations observations,
            Observations finalObservations,
            Actions actions,
            Masks masks,
            Masks finalMasks,
            double[] rewards,
            List<Segment> segments,
            List<FinishedEpisode> finished,
            Extras extras) {
        this.observations = observations;
        this.finalObservations = finalObservations;
        this.actions = actions;
        this.masks = masks;
        this.finalMasks = finalMasks;
        this.rewards = rewards;
        this.segments = segments;
        this.finished = finished;
        this.extras = extras;
    }

    /** Creates a rollout of the steps that the slots recorded, one slot after the other. */
    public static Rollout of(EnvironmentSpec spec, List<SlotRecorder> slots) {
        return concat(spec, slots.stream().map(SlotRecorder::rollout).toList());
    }

    /**
     * Joins rollouts of different slots, such as those of chunks that ran elsewhere, one after the other. Observations are
     * not copied; of the extras, those stay that all parts recorded.
     *
     * @param parts at least one
     */
    public static Rollout concat(EnvironmentSpec spec, List<Rollout> parts) {
        if (parts.size() == 1) {
            return parts.get(0);
        }
        int[] rows = parts.stream().mapToInt(Rollout::rows).toArray();
        int[] ends = parts.stream().mapToInt(part -> part.segments.size()).toArray();
        Actions actions = Actions.of(spec.actionSpace(), Arrays.stream(rows).sum());
        double[] rewards = new double[actions.rows()];
        List<Segment> segments = new ArrayList<>();
        List<FinishedEpisode> finished = new ArrayList<>();
        int row = 0;
        for (Rollout part : parts) {
            actions.copy(part.actions, 0, row, part.rows());
            System.arraycopy(part.rewards, 0, rewards, row, part.rows());
            for (Segment s : part.segments) {
                segments.add(new Segment(s.slot(), row + s.from(), row + s.to(), s.startsEpisode(), s.end()));
            }
            finished.addAll(part.finished);
            row += part.rows();
        }
        finished.sort(Comparator.comparingInt(FinishedEpisode::step).thenComparingInt(FinishedEpisode::slot));
        int choices = spec.actionSpace().choices();
        return new Rollout(
                Observations.concat(parts.stream().map(Rollout::observations).toList(), rows),
                Observations.concat(
                        parts.stream().map(Rollout::finalObservations).toList(), ends),
                actions,
                Masks.concat(parts.stream().map(Rollout::masks).toList(), choices, rows),
                Masks.concat(parts.stream().map(Rollout::finalMasks).toList(), choices, ends),
                rewards,
                List.copyOf(segments),
                List.copyOf(finished),
                Extras.concat(parts));
    }

    /**
     * Reads the bytes of {@link #toBytes}. They need not be trusted: sizes are checked before anything is allocated, and
     * the rows of segments, masks and extras have to fit.
     *
     * @throws org.ascentrl.state.StateException naming the fault, if they are not those of a rollout in this environment
     */
    public static Rollout of(EnvironmentSpec spec, byte[] bytes) {
        return RolloutItems.read(spec, bytes);
    }

    /**
     * All of this rollout as the bytes of a safetensors file, to be sent.
     *
     * @throws IllegalArgumentException if there are more than 2³¹ − 9 bytes
     */
    public byte[] toBytes() {
        return Snapshot.of(new RolloutItems(this)).toBytes();
    }

    /** R, the number of environment steps. */
    public int rows() {
        return rewards.length;
    }

    /** [R], raw. */
    public Observations observations() {
        return observations;
    }

    /** [S], raw: the observation after the last row of each segment. */
    public Observations finalObservations() {
        return finalObservations;
    }

    /** [R], as the policy chose them: box actions are not clipped. */
    public Actions actions() {
        return actions;
    }

    /** [R, C]: the action masks; {@link Masks#ALL} if nothing was masked. */
    public Masks masks() {
        return masks;
    }

    /** [S, C]: the action masks of the final observations; {@link Masks#ALL} if nothing was masked. */
    public Masks finalMasks() {
        return finalMasks;
    }

    /** [R], as the environment gave them. */
    public double[] rewards() {
        return rewards;
    }

    /**
     * The actor's memory at the start of each segment [S, M], row-major: zero where an episode starts.
     *
     * @throws IllegalStateException if {@link Extra#MEMORY} was not recorded
     */
    public float[] memory() {
        return extras.require(Extra.MEMORY).memory();
    }

    /**
     * log π_b(a_t|s_t) of the policy π_b that acted [R].
     *
     * @throws IllegalStateException if {@link Extra#LOG_PROBS} was not recorded
     */
    public double[] logProbs() {
        return extras.require(Extra.LOG_PROBS).logProbs();
    }

    /**
     * The numbers of the environment's info by name, each [R]: booleans are 0 and 1, and a step that does not name one has
     * NaN there. Other facts are left out.
     *
     * @throws IllegalStateException if {@link Extra#INFO} was not recorded
     */
    public Map<String, double[]> info() {
        return extras.require(Extra.INFO).info();
    }

    /** Returns the same experience with other rewards [R]; the finished episodes keep their returns. */
    public Rollout withRewards(double[] others) {
        if (others.length != rows()) {
            throw new IllegalArgumentException("withRewards: " + others.length + " rewards for " + rows() + " rows");
        }
        return new Rollout(
                observations, finalObservations, actions, masks, finalMasks, others, segments, finished, extras);
    }

    /** [S], in the order of their rows. */
    public List<Segment> segments() {
        return segments;
    }

    /** The episodes that ended in this rollout: by the step of their end, then by slot. */
    public List<FinishedEpisode> finished() {
        return finished;
    }

    Extras extras() {
        return extras;
    }
}
