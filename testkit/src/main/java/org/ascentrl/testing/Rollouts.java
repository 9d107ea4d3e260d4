package org.ascentrl.testing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.env.space.Action;
import org.ascentrl.env.space.Actions;
import org.ascentrl.env.space.Box;
import org.ascentrl.env.space.Discrete;
import org.ascentrl.env.space.Masks;
import org.ascentrl.env.space.Observations;
import org.ascentrl.env.space.Space;
import org.ascentrl.experience.FinishedEpisode;
import org.ascentrl.experience.Rollout;
import org.ascentrl.experience.Segment;
import org.ascentrl.experience.SlotRecorder;
import org.ascentrl.random.NumpyGenerator;

/**
 * Builds rollouts by hand, in one line where only rewards matter:
 *
 * <pre>{@code
 * Rollout tau = Rollouts.of(spec).rewards(1, 1, 1).terminated().rewards(1, 1).cut().build();
 * }</pre>
 *
 * <p>Observations that are not given are all different: the i-th, final ones counted too, is i in every feature. Actions
 * that are not given are the first of their space.
 */
public final class Rollouts {

    private final EnvironmentSpec spec;
    private final List<SlotRecorder> slots = new ArrayList<>();
    private SlotRecorder slot;
    private int number = -1;
    private int observations;
    private int steps;
    private double episodeReturn;
    private int episodeLength;

    private Rollouts(EnvironmentSpec spec) {
        this.spec = spec;
        slot = next();
    }

    /** Starts with the first row of slot 0. */
    public static Rollouts of(EnvironmentSpec spec) {
        return new Rollouts(spec);
    }

    /** A task of {@code features} unbounded numbers and the given actions. */
    public static EnvironmentSpec spec(int features, Space actions) {
        return spec(Box.of(Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY, features), actions);
    }

    /** A task of the given observations and actions. */
    public static EnvironmentSpec spec(Space observations, Space actions) {
        return new EnvironmentSpec("Made-v0", OptionalInt.empty(), OptionalDouble.empty(), observations, actions);
    }

    /**
     * Random observations and actions in two slots, with a terminated, a truncated and a cut segment of {@code rows}
     * rows each.
     */
    public static Rollout random(EnvironmentSpec spec, long seed, int rows) {
        NumpyGenerator random = new NumpyGenerator(seed);
        Rollouts rollouts = of(spec);
        rollouts.randomSteps(random, rows).terminated(rollouts.randomObservation(random));
        rollouts.randomSteps(random, rows).truncated(rollouts.randomObservation(random));
        rollouts.nextSlot();
        return rollouts.randomSteps(random, rows)
                .cut(rollouts.randomObservation(random))
                .build();
    }

    /** A step for each reward. */
    public Rollouts rewards(double... rewards) {
        Action first = spec.actionSpace() instanceof Discrete discrete
                ? Action.of(discrete.start())
                : Action.of(new float[spec.actionSpace().reals()]);
        for (double reward : rewards) {
            step(unlikeAnyOther(), first, reward);
        }
        return this;
    }

    /** A step in which everything is allowed. */
    public Rollouts step(float[] observation, Action action, double reward) {
        return step(observation, Masks.ALL, action, reward);
    }

    /** A step; {@code mask}, of one row, says what is allowed. */
    public Rollouts step(float[] observation, Masks mask, Action action, double reward) {
        Actions chosen = Actions.of(spec.actionSpace(), 1);
        chosen.set(0, action);
        slot.step(0, Observations.of(spec.observationSpace(), observation), mask, chosen);
        slot.reward(reward);
        steps++;
        episodeLength++;
        episodeReturn += reward;
        return this;
    }

    /** Ends the segment, by the task. */
    public Rollouts terminated(float... finalObservation) {
        return end(Segment.End.TERMINATED, finalObservation);
    }

    /** Ends the segment, by cutting the episode off. */
    public Rollouts truncated(float... finalObservation) {
        return end(Segment.End.TRUNCATED, finalObservation);
    }

    /** Ends the segment, but not its episode. */
    public Rollouts cut(float... finalObservation) {
        return end(Segment.End.CUT, finalObservation);
    }

    /** The next row is not the first of its episode: an earlier rollout cut it. */
    public Rollouts goesOn() {
        slot.startsEpisode(false);
        return this;
    }

    /** Moves on to the next slot. */
    public Rollouts nextSlot() {
        slot = next();
        return this;
    }

    public Rollout build() {
        return Rollout.of(spec, slots);
    }

    private SlotRecorder next() {
        number++;
        steps = 0;
        episodeLength = 0;
        episodeReturn = 0;
        SlotRecorder recorder = new SlotRecorder(spec, number);
        slots.add(recorder);
        return recorder;
    }

    private Rollouts end(Segment.End end, float[] finalObservation) {
        float[] observed = finalObservation.length == 0 ? unlikeAnyOther() : finalObservation;
        slot.end(end, 0, Observations.of(spec.observationSpace(), observed), Masks.ALL);
        if (end != Segment.End.CUT) {
            slot.finish(new FinishedEpisode(number, steps - 1, episodeReturn, episodeLength));
            episodeLength = 0;
            episodeReturn = 0;
        }
        return this;
    }

    private Rollouts randomSteps(NumpyGenerator random, int rows) {
        for (int i = 0; i < rows; i++) {
            step(randomObservation(random), spec.actionSpace().sample(random), random.standardNormal());
        }
        return this;
    }

    private float[] randomObservation(NumpyGenerator random) {
        float[] observation = new float[spec.observationSpace().flatSize()];
        for (int i = 0; i < observation.length; i++) {
            observation[i] = (float) random.standardNormal();
        }
        return observation;
    }

    private float[] unlikeAnyOther() {
        float[] observation = new float[spec.observationSpace().flatSize()];
        Arrays.fill(observation, observations++);
        return observation;
    }
}
