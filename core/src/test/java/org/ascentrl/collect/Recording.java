package org.ascentrl.collect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.env.space.Actions;
import org.ascentrl.env.space.Masks;
import org.ascentrl.experience.FinishedEpisode;
import org.ascentrl.experience.Rollout;
import org.ascentrl.experience.Segment;

/** All that a rollout holds, to be compared bit for bit. */
public final class Recording {

    private final List<String> rows = new ArrayList<>();
    private final List<String> ends = new ArrayList<>();
    private final List<FinishedEpisode> finished = new ArrayList<>();

    public static Recording of(EnvironmentSpec spec, Rollout rollout) {
        Recording all = new Recording();
        for (int row = 0; row < rollout.rows(); row++) {
            all.row(
                    rollout.observations().flat(row),
                    mask(rollout.masks(), row, spec),
                    rollout.actions(),
                    row,
                    rollout.rewards()[row]);
        }
        for (int s = 0; s < rollout.segments().size(); s++) {
            Segment segment = rollout.segments().get(s);
            all.end(segment, rollout.finalObservations().flat(s), mask(rollout.finalMasks(), s, spec));
        }
        all.finished.addAll(rollout.finished());
        return all;
    }

    private static boolean[] mask(Masks masks, int row, EnvironmentSpec spec) {
        int choices = spec.actionSpace().choices();
        boolean[] mask = new boolean[choices];
        for (int choice = 0; choice < choices; choice++) {
            mask[choice] = masks.allows(row, choice);
        }
        return mask;
    }

    public void row(float[] observation, boolean[] mask, Actions actions, int row, double reward) {
        rows.add(Arrays.toString(observation) + Arrays.toString(mask) + actions.get(row) + " " + reward);
    }

    public void end(Segment segment, float[] observation, boolean[] mask) {
        ends.add(segment + Arrays.toString(observation) + Arrays.toString(mask));
    }

    public void finish(FinishedEpisode episode) {
        finished.add(episode);
    }

    public void sortFinished() {
        finished.sort(Comparator.comparingInt(FinishedEpisode::step).thenComparingInt(FinishedEpisode::slot));
    }

    public int size() {
        return rows.size();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Recording that
                && rows.equals(that.rows)
                && ends.equals(that.ends)
                && finished.equals(that.finished);
    }

    @Override
    public int hashCode() {
        return rows.hashCode();
    }

    @Override
    public String toString() {
        return String.join("\n", rows) + "\n" + String.join("\n", ends) + "\n" + finished;
    }
}
