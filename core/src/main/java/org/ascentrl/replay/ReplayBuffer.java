package org.ascentrl.replay;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.env.space.Masks;
import org.ascentrl.env.space.Observations;
import org.ascentrl.env.space.Space;
import org.ascentrl.experience.Progress;
import org.ascentrl.experience.Rollout;
import org.ascentrl.experience.Segment;
import org.ascentrl.random.NumpyGenerator;
import org.ascentrl.state.State;
import org.ascentrl.state.Stateful;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A ring buffer of the latest steps, sampled uniformly or by priority.
 *
 * <p>Each observation is stored once, raw, with its mask: the next observation of a step is that of the next row, or the
 * final observation where its episode ended. N-step returns end with the episode, or with the last step stored of it. The
 * first {@link #add} allocates the memory.
 *
 * @see <a href="https://doi.org/10.1007/BF00992699">Lin 1992</a>
 * @see <a href="https://arxiv.org/abs/1511.05952">Schaul et al. 2016, algorithm 1</a>
 */
public final class ReplayBuffer implements Stateful {

    private static final Logger LOG = LoggerFactory.getLogger(ReplayBuffer.class);

    /** The share of the heap that a buffer may take: networks and rollouts need the rest. */
    private static final double SHARE_OF_HEAP = 0.8;

    /** The numbers that an array of every JVM can hold. */
    private static final int MAX_ARRAY = Integer.MAX_VALUE - 8;

    private final ReplaySettings settings;
    private final EnvironmentSpec spec;
    private final int nStep;
    private final double discount;
    private final NumpyGenerator random;
    private final Map<Integer, Integer> openRows = new TreeMap<>();
    private @Nullable Ring ring;
    private @Nullable SumTree priorities;
    private double maxPriority = 1;

    /**
     * Creates an empty buffer.
     *
     * @param nStep n of the n-step returns
     * @param discount γ
     * @param random the generator for sampling
     * @throws IllegalArgumentException if it does not fit into memory
     */
    public ReplayBuffer(
            ReplaySettings settings, EnvironmentSpec spec, int nStep, double discount, NumpyGenerator random) {
        this.settings = settings;
        this.spec = spec;
        this.nStep = nStep;
        this.discount = discount;
        this.random = random;
        requireMemory();
    }

    private void requireMemory() {
        long heap = Runtime.getRuntime().maxMemory();
        if (bytes() > SHARE_OF_HEAP * heap) {
            throw new IllegalArgumentException(
                    ("replay.capacity = %d: so many steps of %s take %s, but the heap has %s. Lower it, or give the JVM more"
                                    + " memory with -Xmx")
                            .formatted(settings.capacity(), spec.id(), megabytes(bytes()), megabytes(heap)));
        }
        Space actions = spec.actionSpace();
        int most = MAX_ARRAY / Math.max(1, Math.max(actions.choices(), Math.max(actions.integers(), actions.reals())));
        if (settings.capacity() > most) {
            throw new IllegalArgumentException(
                    "replay.capacity = %d: an array holds the actions or masks of at most %d steps of %s. Lower it"
                            .formatted(settings.capacity(), most, spec.id()));
        }
    }

    /** Returns the memory of the full buffer in bytes, without action masks. */
    public long bytes() {
        long tree = settings.prioritization().enabled() ? SumTree.bytes(settings.capacity()) : 0;
        return Ring.bytes(spec, settings.capacity()) + tree;
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%,.1f MB", bytes / 1e6);
    }

    /** Returns the number of stored steps. */
    public int steps() {
        return ring().steps();
    }

    /** Returns true if new steps overwrite the oldest. */
    public boolean isFull() {
        return ring().used() == settings.capacity();
    }

    private Ring ring() {
        Ring known = ring;
        if (known == null) {
            LOG.info("replay buffer: {} steps, {}", settings.capacity(), megabytes(bytes()));
            known = new Ring(spec, settings.capacity());
            ring = known;
            priorities = settings.prioritization().enabled() ? new SumTree(settings.capacity()) : null;
        }
        return known;
    }

    /**
     * Stores all steps of {@code fresh}.
     *
     * @throws IllegalArgumentException if the capacity is too small for these alone
     */
    public void add(Rollout fresh) {
        List<Segment> segments = fresh.segments();
        if (fresh.rows() + 2L * segments.size() > settings.capacity()) {
            throw new IllegalArgumentException("replay.capacity = " + settings.capacity() + ": a rollout has "
                    + fresh.rows() + " steps of " + segments.size()
                    + " episodes. Take a greater capacity, fewer slots, or fewer steps of each");
        }
        for (int i = 0; i < segments.size(); i++) {
            add(fresh, segments.get(i), i);
        }
    }

    private void add(Rollout fresh, Segment segment, int number) {
        Integer open = segment.startsEpisode() ? null : openRows.get(segment.slot());
        int row = open == null ? observe(fresh.observations(), fresh.masks(), segment.from()) : open;
        for (int t = segment.from(); t < segment.to(); t++) {
            boolean last = t == segment.to() - 1;
            int next = last
                    ? observe(fresh.finalObservations(), fresh.finalMasks(), number)
                    : observe(fresh.observations(), fresh.masks(), t + 1);
            boolean terminates = last && segment.end() == Segment.End.TERMINATED;
            ring().step(row, fresh.actions(), t, fresh.rewards()[t], terminates, next);
            setPriority(row, maxPriority);
            row = next;
        }
        if (segment.end() == Segment.End.CUT) {
            openRows.put(segment.slot(), row);
        } else {
            openRows.remove(segment.slot());
        }
    }

    private int observe(Observations observations, Masks masks, int from) {
        int row = ring().observe(observations, masks, from);
        setPriority(row, 0);
        return row;
    }

    private void setPriority(int row, double priority) {
        if (priorities != null) {
            priorities.set(row, priority);
        }
    }

    /**
     * Samples steps with replacement.
     *
     * @param size B
     * @throws IllegalStateException if there are no steps
     */
    public Transitions sample(int size, Progress p) {
        if (steps() == 0) {
            throw new IllegalStateException("sample: the replay buffer has no steps; add a rollout first");
        }
        int[] rows = new int[size];
        double[] weights = new double[size];
        SumTree tree = priorities;
        if (tree == null) {
            Arrays.fill(weights, 1);
            sampleUniformly(rows);
        } else {
            sampleByPriority(
                    tree, rows, weights, settings.prioritization().beta().at(p));
        }
        return transitions(rows, weights);
    }

    private void sampleUniformly(int[] rows) {
        Ring all = ring();
        for (int i = 0; i < rows.length; i++) {
            do {
                rows[i] = (int) random.integers(0, all.used());
            } while (!all.isStep(rows[i]));
        }
    }

    /** Stratified: one from each of B equal parts of the total priority; w_i = (N P(i))^−β / max w. */
    private void sampleByPriority(SumTree tree, int[] rows, double[] weights, double beta) {
        double greatest = 0;
        for (int i = 0; i < rows.length; i++) {
            rows[i] = tree.find((i + random.nextDouble()) / rows.length * tree.total());
            weights[i] = Math.pow(steps() * tree.get(rows[i]) / tree.total(), -beta);
            greatest = Math.max(greatest, weights[i]);
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= greatest;
        }
    }

    private Transitions transitions(int[] rows, double[] weights) {
        Ring all = ring();
        double[] returns = new double[rows.length];
        double[] discounts = new double[rows.length];
        int[] nextRows = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            int row = rows[i];
            double factor = 1;
            for (int k = 0; k < nStep && all.isStep(row); k++) {
                returns[i] += factor * all.reward(row);
                factor = all.terminated(row) ? 0 : factor * discount;
                row = all.next(row);
            }
            discounts[i] = factor;
            nextRows[i] = row;
        }
        return new Transitions(
                rows,
                all.observations(rows),
                all.masks(rows),
                all.actions(rows),
                returns,
                discounts,
                all.observations(nextRows),
                all.masks(nextRows),
                weights);
    }

    /**
     * Sets the priorities of sampled steps from their errors; without prioritization nothing changes.
     *
     * @param errors the temporal-difference errors δ [B]
     */
    public void prioritize(Transitions batch, float[] errors) {
        SumTree tree = priorities;
        if (tree == null) {
            return;
        }
        for (int i = 0; i < errors.length; i++) {
            double priority = settings.prioritization().priority(errors[i]);
            tree.set(batch.rows()[i], priority);
            maxPriority = Math.max(maxPriority, priority);
        }
    }

    /** The random state and, if settings say so, all stored steps. */
    @Override
    public void state(State s) {
        s.part("random", random);
        if (settings.save()) {
            s.part("rows", ring());
            s.longs("open", State.any(), this::openRows, this::openRows);
            s.doubles("priorities", State.any(), this::priorities, this::priorities);
        }
    }

    private long[] openRows() {
        return openRows.entrySet().stream()
                .flatMapToLong(open -> Arrays.stream(new long[] {open.getKey(), open.getValue()}))
                .toArray();
    }

    private void openRows(long[] saved) {
        openRows.clear();
        for (int i = 0; i < saved.length; i += 2) {
            openRows.put((int) saved[i], (int) saved[i + 1]);
        }
    }

    /** The greatest priority, then that of each row; empty without prioritization. */
    private double[] priorities() {
        SumTree tree = priorities;
        if (tree == null) {
            return new double[0];
        }
        double[] all = new double[ring().used() + 1];
        all[0] = maxPriority;
        System.arraycopy(tree.toArray(all.length - 1), 0, all, 1, all.length - 1);
        return all;
    }

    private void priorities(double[] saved) {
        SumTree tree = priorities;
        if (tree == null) {
            return;
        }
        maxPriority = saved[0];
        for (int i = 1; i < saved.length; i++) {
            tree.set(i - 1, saved[i]);
        }
    }
}
