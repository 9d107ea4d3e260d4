package org.ascentrl.collect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.ascentrl.actor.ActRequest;
import org.ascentrl.actor.Actor;
import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.env.space.Actions;
import org.ascentrl.env.space.Box;
import org.ascentrl.env.space.Masks;
import org.ascentrl.env.space.Observations;
import org.ascentrl.env.vector.EnvironmentException;
import org.ascentrl.env.vector.StepBatch;
import org.ascentrl.env.vector.VectorEnvironment;
import org.ascentrl.experience.Extra;
import org.ascentrl.experience.FinishedEpisode;
import org.ascentrl.experience.Horizon;
import org.ascentrl.experience.Progress;
import org.ascentrl.experience.Segment;
import org.ascentrl.experience.SlotRecorder;
import org.ascentrl.random.Streams;
import org.ascentrl.state.State;
import org.ascentrl.state.Stateful;
import org.jspecify.annotations.Nullable;

/**
 * Runs a chunk of slots over a horizon. The result depends only on the run's seed, the numbers of the slots and the
 * actor. Used by one thread at a time.
 *
 * <p>Its state between two runs is the number of each slot's episode and the actions so far. It is restored by
 * replaying them, which is exact for every deterministic environment.
 */
public final class ChunkRunner implements AutoCloseable, Stateful {

    private static final double[] NONE = {};

    private final int firstSlot;
    private final VectorEnvironment environment;
    private final EnvironmentSpec spec;
    private final boolean explore;
    private final Streams streams;
    private final Slot[] slots;
    private final ActiveRows rows;
    private final StepBatch batch;
    private final Masks allowed;
    private final Masks allowedFinally;
    private final Actions actions;
    private final Actions bounded;
    private boolean started;

    /**
     * Creates a runner; episodes start with the first run.
     *
     * @param environment closed with this
     * @param explore whether to act as in training; else greedily
     */
    public ChunkRunner(int firstSlot, VectorEnvironment environment, boolean explore, Streams streams) {
        this.firstSlot = firstSlot;
        this.environment = new PartOfSlots(firstSlot, environment);
        this.explore = explore;
        this.streams = streams;
        spec = environment.spec();
        slots = new Slot[environment.size()];
        Arrays.setAll(slots, i -> new Slot(spec, firstSlot + i));
        rows = new ActiveRows(spec, slots.length);
        batch = new StepBatch(spec, slots.length);
        allowed = Masks.of(batch.actionMask, spec.actionSpace().choices());
        allowedFinally = Masks.of(batch.finalActionMask, spec.actionSpace().choices());
        actions = Actions.of(spec.actionSpace(), slots.length);
        bounded = spec.actionSpace() instanceof Box ? Actions.of(spec.actionSpace(), slots.length) : actions;
    }

    /** Runs all slots over the horizon, and returns their recorders; read them before the next run. */
    public List<SlotRecorder> run(Actor actor, Horizon horizon, Progress p) {
        return run(actor, horizon, Set.of(), p);
    }

    /**
     * Runs as {@link #run(Actor, Horizon, Progress)}, and also records {@code extras}.
     *
     * @throws IllegalStateException if log-probabilities are asked for, and the actor does not give them
     */
    public List<SlotRecorder> run(Actor actor, Horizon horizon, Set<Extra> extras, Progress p) {
        start();
        begin(actor, horizon, extras);
        for (int t = 0; rows.any() && !(horizon.unit() == Horizon.Unit.STEPS && t == horizon.count()); t++) {
            act(actor, extras.contains(Extra.LOG_PROBS), p);
            environment.step(bounded, rows.active(), batch);
            for (int i = 0; i < slots.length; i++) {
                if (rows.active()[i]) {
                    take(i, t);
                }
            }
        }
        List<SlotRecorder> recorded = new ArrayList<>();
        for (int i = 0; i < slots.length; i++) {
            slots[i].recorder.end(Segment.End.CUT, i, batch.observations, allowed);
            recorded.add(slots[i].recorder);
        }
        return recorded;
    }

    /** Starts the episode of every slot, or replays it if a state was restored. */
    private void start() {
        if (started) {
            return;
        }
        new EpisodeReplay(spec, firstSlot, slots, environment, streams).run(bounded, batch);
        for (int i = 0; i < slots.length; i++) {
            checkFirst(i);
            if (slots[i].log.steps() == 0) {
                rows.forget(i);
            }
        }
        started = true;
    }

    private void begin(Actor actor, Horizon horizon, Set<Extra> extras) {
        rows.activateAll(actor.memorySize());
        for (Slot slot : slots) {
            slot.recorder.clear();
            slot.recorder.record(extras);
            slot.episodesLeft = horizon.unit() == Horizon.Unit.EPISODES ? horizon.count() : Integer.MAX_VALUE;
        }
    }

    private void act(Actor actor, boolean wantsLogProbs, Progress p) {
        rows.gather(batch);
        if (rows.memorySize() > 0) {
            for (int row = 0; row < rows.count(); row++) {
                slots[rows.slot(row)].recorder.memory(row, rows.memory(), rows.memorySize());
            }
        }
        double[] logProbs = wantsLogProbs ? rows.logProbs() : NONE;
        actor.act(
                new ActRequest(
                        rows.observations(),
                        rows.masks(),
                        rows.memory(),
                        row -> slots[rows.slot(row)].act,
                        p,
                        explore,
                        logProbs),
                rows.actions());
        rows.scatter(actions);
        if (spec.actionSpace() instanceof Box box) {
            clip(box);
        }
        for (int i = 0; i < slots.length; i++) {
            if (rows.active()[i]) {
                slots[i].recorder.step(i, batch.observations, rows.masks().isAll() ? Masks.ALL : allowed, actions);
                slots[i].log.add(bounded, i);
            }
        }
        for (int row = 0; row < logProbs.length; row++) {
            recordLogProb(actor, slots[rows.slot(row)], logProbs[row]);
        }
    }

    private static void recordLogProb(Actor actor, Slot slot, double logProb) {
        if (Double.isNaN(logProb)) {
            throw new IllegalStateException(
                    actor.getClass().getSimpleName() + " gave no log-probability of its action in"
                            + " slot " + slot.number
                            + "; leave LOG_PROBS out of Algorithm.extras(), or act with an actor that fills"
                            + " ActRequest.logProbs(), as PolicyActor does");
        }
        slot.recorder.logProb(logProb);
    }

    /** Clips the actions for the environment; the rollout keeps them as the policy chose them. */
    private void clip(Box box) {
        int width = box.flatSize();
        for (int i = 0; i < actions.reals().length; i++) {
            bounded.reals()[i] = box.clip(i % width, actions.reals()[i]);
        }
    }

    /** Records the result of step {@code t} of this run in slot {@code i}. */
    private void take(int i, int t) {
        Slot slot = slots[i];
        slot.recorder.reward(batch.rewards[i]);
        slot.recorder.info(batch.info.get(i));
        checkStep(i);
        if (!batch.done(i)) {
            return;
        }
        Segment.End end = batch.terminated[i] ? Segment.End.TERMINATED : Segment.End.TRUNCATED;
        slot.recorder.end(end, i, batch.finalObservations, allowedFinally);
        slot.recorder.finish(new FinishedEpisode(firstSlot + i, t, batch.episodeReturns[i], batch.episodeLengths[i]));
        slot.startNext(streams);
        rows.forget(i);
        checkFirst(i);
        slot.episodesLeft--;
        if (slot.episodesLeft == 0) {
            rows.rest(i);
        }
    }

    private void checkStep(int i) {
        String wrong = Double.isFinite(batch.rewards[i])
                ? notFinite(i, batch.done(i) ? batch.finalObservations : batch.observations)
                : "reward is " + batch.rewards[i];
        if (wrong != null) {
            throw EnvironmentException.inStep(
                    spec, firstSlot + i, slots[i].seed(streams), slots[i].log.steps(), bounded.get(i), wrong);
        }
    }

    private void checkFirst(int i) {
        String wrong = notFinite(i, batch.observations);
        if (wrong != null) {
            throw EnvironmentException.inReset(spec, firstSlot + i, slots[i].seed(streams), wrong);
        }
    }

    private static @Nullable String notFinite(int i, Observations observations) {
        if (observations.isFinite(i)) {
            return null;
        }
        float[] flat = observations.flat(i);
        int wrong = IntStream.range(0, flat.length)
                .filter(k -> !Float.isFinite(flat[k]))
                .findFirst()
                .orElseThrow();
        return "observation[" + wrong + "] is " + flat[wrong];
    }

    @Override
    public void state(State s) {
        for (int i = 0; i < slots.length; i++) {
            Slot slot = slots[i];
            int row = i;
            s.part("slot" + (firstSlot + i), items -> {
                slot.state(items, () -> observation(row));
                items.floats("memory", State.any(), () -> rows.memory(row), saved -> rows.remember(row, saved));
            });
        }
    }

    /** Returns the observation that slot {@code i} acts on next; empty before its first episode. */
    private float[] observation(int i) {
        return started ? batch.observations.flat(i) : new float[0];
    }

    @Override
    public void close() {
        environment.close();
    }
}
