package org.ascentrl.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ascentrl.env.Actions;
import org.ascentrl.env.Box;
import org.ascentrl.env.EnvironmentException;
import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.env.StepBatch;
import org.ascentrl.env.VectorEnvironment;
import org.ascentrl.experience.FinishedEpisode;
import org.ascentrl.experience.Horizon;
import org.ascentrl.experience.Progress;
import org.ascentrl.experience.Segment;
import org.ascentrl.experience.SlotRecorder;
import org.ascentrl.policy.ActRequest;
import org.ascentrl.policy.Actor;
import org.ascentrl.random.NumpyGenerator;
import org.ascentrl.random.Streams;
import org.jspecify.annotations.Nullable;

/**
 * Runs a chunk of slots over a horizon. What it does follows from the run's seed, the numbers of its slots and the actor
 * alone. One thread at a time.
 */
public final class ChunkRunner implements AutoCloseable {

    private final int firstSlot;
    private final VectorEnvironment environment;
    private final EnvironmentSpec spec;
    private final boolean explore;
    private final Streams streams;
    private final Slot[] slots;
    private final ActiveRows rows;
    private final StepBatch batch;
    private final Actions actions;
    private final Actions bounded;
    private boolean started;

    /** One environment of the chunk. */
    private static final class Slot {
        final SlotRecorder recorder;
        final NumpyGenerator act = new NumpyGenerator(0);
        long episode;
        long step;
        int episodesLeft;

        Slot(EnvironmentSpec spec, int number) {
            recorder = new SlotRecorder(spec, number);
        }
    }

    /**
     * @param environment closed with this
     * @param memorySize how many numbers the actor remembers of each slot
     * @param explore whether to act as in training; else greedily
     */
    public ChunkRunner(int firstSlot, VectorEnvironment environment, int memorySize, boolean explore, Streams streams) {
        this.firstSlot = firstSlot;
        this.environment = environment;
        this.explore = explore;
        this.streams = streams;
        spec = environment.spec();
        slots = new Slot[environment.size()];
        Arrays.setAll(slots, i -> new Slot(spec, firstSlot + i));
        rows = new ActiveRows(spec, slots.length, memorySize);
        batch = new StepBatch(spec, slots.length);
        actions = Actions.of(spec.actionSpace(), slots.length);
        bounded = spec.actionSpace() instanceof Box ? Actions.of(spec.actionSpace(), slots.length) : actions;
    }

    /** What each slot experienced; read it before the next run. */
    public List<SlotRecorder> run(Actor actor, Horizon horizon, Progress p) {
        begin(horizon);
        for (int t = 0; rows.any() && !(horizon.unit() == Horizon.Unit.STEPS && t == horizon.count()); t++) {
            act(actor, p);
            environment.step(bounded, rows.active(), batch);
            for (int i = 0; i < slots.length; i++) {
                if (rows.active()[i]) {
                    take(i, t);
                }
            }
        }
        List<SlotRecorder> recorded = new ArrayList<>();
        for (int i = 0; i < slots.length; i++) {
            slots[i].recorder.end(Segment.End.CUT, i, batch.observations, batch.actionMask);
            recorded.add(slots[i].recorder);
        }
        return recorded;
    }

    private void begin(Horizon horizon) {
        rows.activateAll();
        for (Slot slot : slots) {
            slot.recorder.clear();
            slot.episodesLeft = horizon.unit() == Horizon.Unit.EPISODES ? horizon.count() : Integer.MAX_VALUE;
        }
        if (!started) {
            environment.reset((slot, episode) -> streams.episodeSeed(firstSlot + slot, episode), batch);
            for (int i = 0; i < slots.length; i++) {
                streams.reseedAct(slots[i].act, firstSlot + i, 0);
                checkFirst(i);
            }
            started = true;
        }
    }

    private void act(Actor actor, Progress p) {
        rows.gather(batch);
        ActRequest request = new ActRequest(
                rows.count(),
                rows.observations(),
                rows.masks(),
                rows.memory(),
                row -> slots[rows.slot(row)].act,
                p,
                explore);
        actor.act(request, rows.actions());
        rows.scatter(actions);
        if (spec.actionSpace() instanceof Box box) {
            clip(box);
        }
        for (int i = 0; i < slots.length; i++) {
            if (rows.active()[i]) {
                slots[i].recorder.step(i, batch.observations, rows.masks() == null ? null : batch.actionMask, actions);
            }
        }
    }

    /** The environment gets the action inside its bounds; the rollout keeps what the policy chose. */
    private void clip(Box box) {
        int width = box.flatSize();
        for (int i = 0; i < actions.reals().length; i++) {
            bounded.reals()[i] = box.clip(i % width, actions.reals()[i]);
        }
    }

    /** Takes in what step {@code t} of this run gave slot {@code i}. */
    private void take(int i, int t) {
        Slot slot = slots[i];
        slot.step++;
        slot.recorder.reward(batch.rewards[i]);
        checkStep(i);
        if (!batch.done(i)) {
            return;
        }
        Segment.End end = batch.terminated[i] ? Segment.End.TERMINATED : Segment.End.TRUNCATED;
        slot.recorder.end(end, i, batch.finalObservations, batch.finalActionMask);
        slot.recorder.finish(new FinishedEpisode(firstSlot + i, t, batch.episodeReturns[i], batch.episodeLengths[i]));
        slot.episode++;
        slot.step = 0;
        slot.episodesLeft--;
        streams.reseedAct(slot.act, firstSlot + i, slot.episode);
        rows.forget(i);
        checkFirst(i);
        if (slot.episodesLeft == 0) {
            rows.rest(i);
        }
    }

    private void checkStep(int i) {
        String wrong = Double.isFinite(batch.rewards[i])
                ? notFinite(i, batch.done(i) ? batch.finalObservations : batch.observations)
                : "reward is " + batch.rewards[i];
        if (wrong != null) {
            throw EnvironmentException.inStep(spec, firstSlot + i, seed(i), slots[i].step, bounded.get(i), wrong);
        }
    }

    private void checkFirst(int i) {
        String wrong = notFinite(i, batch.observations);
        if (wrong != null) {
            throw EnvironmentException.inReset(spec, firstSlot + i, seed(i), wrong);
        }
    }

    private @Nullable String notFinite(int i, float[] observations) {
        int features = spec.observationSpace().flatSize();
        for (int k = 0; k < features; k++) {
            if (!Float.isFinite(observations[i * features + k])) {
                return "observation[" + k + "] is " + observations[i * features + k];
            }
        }
        return null;
    }

    private long seed(int i) {
        return streams.episodeSeed(firstSlot + i, slots[i].episode);
    }

    @Override
    public void close() {
        environment.close();
    }
}
