package org.ascentrl.replay;

import java.util.Arrays;
import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.env.space.Actions;
import org.ascentrl.env.space.Masks;
import org.ascentrl.env.space.Observations;
import org.ascentrl.state.State;
import org.ascentrl.state.Stateful;

/**
 * A ring buffer of rows, the oldest overwritten by the newest. A row is an observation; once an action was taken on it, it
 * also has the action, the reward, and the row of the next observation.
 */
final class Ring implements Stateful {

    private static final int NONE = -1;

    private final int capacity;
    private final int choices;
    private final Observations observations;
    private final Actions actions;
    private final float[] rewards;
    private final int[] next;
    private final boolean[] terminated;
    private boolean[] masks = {};
    private int end;
    private int used;
    private int steps;

    Ring(EnvironmentSpec spec, int capacity) {
        this.capacity = capacity;
        choices = spec.actionSpace().choices();
        observations = Observations.of(spec.observationSpace(), capacity);
        actions = Actions.of(spec.actionSpace(), capacity);
        rewards = new float[capacity];
        next = new int[capacity];
        Arrays.fill(next, NONE);
        terminated = new boolean[capacity];
    }

    /** Returns the memory that a ring takes, without the masks that there may be. */
    static long bytes(EnvironmentSpec spec, int capacity) {
        long numbers = spec.actionSpace().integers() + spec.actionSpace().reals() + 2L;
        return capacity * (Observations.bytes(spec.observationSpace()) + numbers * Float.BYTES + 1);
    }

    /** Adds row {@code from} of these observations, in place of the oldest if there is no other, and returns its row. */
    int observe(Observations observed, Masks allowed, int from) {
        int row = end;
        end = (end + 1) % capacity;
        used = Math.max(used, row + 1);
        steps -= isStep(row) ? 1 : 0;
        next[row] = NONE;
        observations.copy(observed, from, row, 1);
        if (!allowed.isAll() && masks.length == 0) {
            masks = new boolean[capacity * choices];
            Arrays.fill(masks, true);
        }
        if (masks.length > 0) {
            for (int choice = 0; choice < choices; choice++) {
                masks[row * choices + choice] = allowed.allows(from, choice);
            }
        }
        return row;
    }

    /** Records the action taken on a row, which led to another. */
    void step(int row, Actions chosen, int from, double reward, boolean terminates, int to) {
        actions.copy(chosen, from, row, 1);
        rewards[row] = (float) reward;
        terminated[row] = terminates;
        next[row] = to;
        steps++;
    }

    /** Returns whether an action was taken on the row. */
    boolean isStep(int row) {
        return next[row] != NONE;
    }

    int next(int row) {
        return next[row];
    }

    double reward(int row) {
        return rewards[row];
    }

    boolean terminated(int row) {
        return terminated[row];
    }

    /** Rows that hold something. */
    int used() {
        return used;
    }

    /** Rows with an action. */
    int steps() {
        return steps;
    }

    Observations observations(int[] rows) {
        return observations.rows(rows);
    }

    Actions actions(int[] rows) {
        return actions.rows(rows);
    }

    /** [rows, C] */
    Masks masks(int[] rows) {
        return masks.length == 0 ? Masks.ALL : Masks.of(masks, choices).rows(rows);
    }

    @Override
    public void state(State s) {
        s.longs("ring", new int[] {2}, () -> new long[] {end, used}, saved -> {
            end = (int) saved[0];
            used = (int) saved[1];
        });
        s.part("observations", items -> observations.state(items, () -> used));
        s.longs("integers", State.any(), () -> toLongs(actions.integers(), used * actions.integersPerRow()), saved -> {
            for (int i = 0; i < saved.length; i++) {
                actions.integers()[i] = (int) saved[i];
            }
        });
        s.floats(
                "reals",
                State.any(),
                () -> Arrays.copyOf(actions.reals(), used * actions.realsPerRow()),
                saved -> System.arraycopy(saved, 0, actions.reals(), 0, saved.length));
        s.floats(
                "rewards",
                State.any(),
                () -> Arrays.copyOf(rewards, used),
                saved -> System.arraycopy(saved, 0, rewards, 0, saved.length));
        s.longs("next", State.any(), () -> toLongs(next, used), this::restoreNext);
        s.booleans(
                "terminated",
                State.any(),
                () -> Arrays.copyOf(terminated, used),
                saved -> System.arraycopy(saved, 0, terminated, 0, saved.length));
        s.booleans(
                "masks",
                State.any(),
                () -> Arrays.copyOf(masks, Math.min(masks.length, used * choices)),
                saved -> masks = Arrays.copyOf(saved, saved.length == 0 ? 0 : capacity * choices));
    }

    private void restoreNext(long[] saved) {
        Arrays.fill(next, NONE);
        steps = 0;
        for (int i = 0; i < saved.length; i++) {
            next[i] = (int) saved[i];
            steps += isStep(i) ? 1 : 0;
        }
    }

    private static long[] toLongs(int[] numbers, int count) {
        return Arrays.stream(numbers, 0, count).asLongStream().toArray();
    }
}
