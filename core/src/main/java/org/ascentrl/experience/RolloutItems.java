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
import org.ascentrl.env.space.Space;
import org.ascentrl.state.Snapshot;
import org.ascentrl.state.State;
import org.ascentrl.state.StateException;
import org.ascentrl.state.Stateful;

/** The arrays of a rollout as they are sent: taken from a rollout, or read and then checked. */
final class RolloutItems implements Stateful {

    private static final Extra[] EXTRAS = Extra.values();
    private static final List<Segment.End> ENDS = List.of(Segment.End.values());

    private final int rows;
    private final int ends;
    private final Observations observations;
    private final Observations finalObservations;
    private final Actions actions;
    private final Set<Extra> recorded;
    private final Map<String, double[]> info;
    private boolean[] masks = {};
    private boolean[] finalMasks = {};
    private double[] rewards = {};
    private double[] logProbs = {};
    private float[] memory = {};
    private double[] returns = {};

    /** [E, 3]: slot, step and length. */
    private int[] episodes = {};

    /** [S, 5]: slot, first row, row behind the last, 1 if it starts an episode, and the number of its end. */
    private int[] segments = {};

    RolloutItems(Rollout tau) {
        rows = tau.rows();
        ends = tau.segments().size();
        observations = tau.observations().grown(rows);
        finalObservations = tau.finalObservations().grown(ends);
        actions = tau.actions();
        masks = tau.masks().toArray();
        finalMasks = tau.finalMasks().toArray();
        rewards = tau.rewards();
        recorded = tau.extras().recorded();
        logProbs = tau.extras().logProbs();
        memory = tau.extras().memory();
        info = tau.extras().info();
        returns = tau.finished().stream()
                .mapToDouble(FinishedEpisode::episodeReturn)
                .toArray();
        episodes = tau.finished().stream()
                .flatMapToInt(e -> Arrays.stream(new int[] {e.slot(), e.step(), e.length()}))
                .toArray();
        segments = tau.segments().stream()
                .flatMapToInt(s -> Arrays.stream(
                        new int[] {s.slot(), s.from(), s.to(), s.startsEpisode() ? 1 : 0, ENDS.indexOf(s.end())}))
                .toArray();
    }

    /** Room for what {@code saved}, of {@code size} bytes, holds. */
    private RolloutItems(EnvironmentSpec spec, Snapshot saved, int size) {
        rows = saved.doubles("rewards").length;
        ends = saved.longs("segments").length / 5;
        Space space = spec.actionSpace();
        long bytes = ((long) rows + ends) * Observations.bytes(spec.observationSpace())
                + (long) rows * (Long.BYTES * space.integers() + Float.BYTES * space.reals());
        if (bytes > size) {
            throw new StateException("A rollout of " + rows + " rows and " + ends + " segments in " + spec.id()
                    + " takes more than " + bytes + " bytes, and these are " + size
                    + ". Pass the bytes of a rollout of this environment.");
        }
        observations = Observations.of(spec.observationSpace(), rows);
        finalObservations = Observations.of(spec.observationSpace(), ends);
        actions = Actions.of(space, rows);
        recorded = EnumSet.noneOf(Extra.class);
        byte[] flags = saved.bytes("extras");
        for (int i = 0; i < Math.min(flags.length, EXTRAS.length); i++) {
            if (flags[i] != 0) {
                recorded.add(EXTRAS[i]);
            }
        }
        info = new TreeMap<>();
        saved.part("info").names().forEach(name -> info.put(name, new double[0]));
    }

    /** @throws StateException naming the fault, if the bytes are not those of a rollout in this environment */
    static Rollout read(EnvironmentSpec spec, byte[] bytes) {
        Snapshot saved = Snapshot.of(bytes);
        RolloutItems items = new RolloutItems(spec, saved, bytes.length);
        saved.restore(items);
        return items.rollout(spec.actionSpace().choices());
    }

    @Override
    public void state(State s) {
        s.part("observations", observations::state);
        s.part("final-observations", finalObservations::state);
        s.longs("integers", new int[] {rows, actions.integersPerRow()}, () -> longs(actions.integers()), saved -> {
            System.arraycopy(ints(saved), 0, actions.integers(), 0, saved.length);
        });
        s.floats("reals", new int[] {rows, actions.realsPerRow()}, actions::reals, saved -> {
            System.arraycopy(saved, 0, actions.reals(), 0, saved.length);
        });
        s.booleans("masks", State.any(), () -> masks, saved -> masks = saved);
        s.booleans("final-masks", State.any(), () -> finalMasks, saved -> finalMasks = saved);
        s.doubles("rewards", new int[] {rows}, () -> rewards, saved -> rewards = saved);
        s.longs("segments", new int[] {ends, 5}, () -> longs(segments), saved -> segments = ints(saved));
        s.longs("episodes", new int[] {-1, 3}, () -> longs(episodes), saved -> episodes = ints(saved));
        s.doubles("returns", State.any(), () -> returns, saved -> returns = saved);
        s.booleans("extras", new int[] {EXTRAS.length}, this::flags, saved -> {});
        if (recorded.contains(Extra.LOG_PROBS)) {
            s.doubles("log-probs", new int[] {rows}, () -> logProbs, saved -> logProbs = saved);
        }
        if (recorded.contains(Extra.MEMORY)) {
            s.floats("memory", new int[] {ends, -1}, () -> memory, saved -> memory = saved);
        }
        if (recorded.contains(Extra.INFO)) {
            s.part(
                    "info",
                    columns -> info.keySet()
                            .forEach(name -> columns.doubles(
                                    name, new int[] {rows}, () -> info.get(name), saved -> info.put(name, saved))));
        }
    }

    private boolean[] flags() {
        boolean[] flags = new boolean[EXTRAS.length];
        for (int i = 0; i < flags.length; i++) {
            flags[i] = recorded.contains(EXTRAS[i]);
        }
        return flags;
    }

    private Rollout rollout(int choices) {
        boolean masked = masks.length + finalMasks.length > 0;
        require(
                !masked || (masks.length == rows * choices && finalMasks.length == ends * choices),
                "masks of " + masks.length + " and " + finalMasks.length + " choices");
        require(
                episodes.length == 3 * returns.length,
                returns.length + " returns of " + episodes.length / 3 + " episodes");
        return new Rollout(
                observations,
                finalObservations,
                actions,
                Masks.of(masks, masked ? choices : 0),
                Masks.of(finalMasks, masked ? choices : 0),
                rewards,
                checkedSegments(),
                finished(),
                new Extras(recorded, logProbs, memory, info));
    }

    private List<Segment> checkedSegments() {
        List<Segment> all = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < segments.length; i += 5) {
            int to = segments[i + 2];
            int end = segments[i + 4];
            require(
                    segments[i + 1] == next && to > next && to <= rows && end >= 0 && end < ENDS.size(),
                    "segment " + Arrays.toString(Arrays.copyOfRange(segments, i, i + 5)) + " from row " + next);
            all.add(new Segment(segments[i], next, to, segments[i + 3] != 0, ENDS.get(end)));
            next = to;
        }
        require(next == rows, "segments of " + next + " rows");
        return List.copyOf(all);
    }

    private List<FinishedEpisode> finished() {
        List<FinishedEpisode> all = new ArrayList<>();
        for (int i = 0; i < returns.length; i++) {
            all.add(new FinishedEpisode(episodes[3 * i], episodes[3 * i + 1], returns[i], episodes[3 * i + 2]));
        }
        return List.copyOf(all);
    }

    private void require(boolean fits, String found) {
        if (!fits) {
            throw new StateException("The bytes of a rollout of " + rows + " rows and " + ends + " segments have "
                    + found + ". Pass the bytes of a rollout as Rollout.toBytes() made them.");
        }
    }

    private static long[] longs(int[] values) {
        return Arrays.stream(values).asLongStream().toArray();
    }

    private static int[] ints(long[] values) {
        return Arrays.stream(values).mapToInt(Math::toIntExact).toArray();
    }
}
