package org.ascentrl.collect;

import java.util.List;
import java.util.stream.IntStream;
import org.ascentrl.actor.ActRequest;
import org.ascentrl.actor.Actor;
import org.ascentrl.env.Environment;
import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.env.StepResult;
import org.ascentrl.env.space.Actions;
import org.ascentrl.env.space.Box;
import org.ascentrl.env.space.Masks;
import org.ascentrl.env.space.Observations;
import org.ascentrl.experience.FinishedEpisode;
import org.ascentrl.experience.Horizon;
import org.ascentrl.experience.Progress;
import org.ascentrl.experience.Segment;
import org.ascentrl.random.NumpyGenerator;
import org.ascentrl.random.Streams;

/** What collecting means, written out: one slot after the other, one environment, one row at a time. */
public final class PlainLoop {

    private final EnvironmentSpec spec;
    private final Streams streams;
    private final List<Slot> slots;

    public PlainLoop(EnvironmentSpec spec, boolean masked, Streams streams, int slots) {
        this.spec = spec;
        this.streams = streams;
        this.slots = IntStream.range(0, slots)
                .mapToObj(i -> new Slot(i, new Trail(spec, masked, new Trail.Log())))
                .toList();
    }

    public Recording collect(Actor actor, Horizon horizon, Progress p) {
        Recording recording = new Recording();
        for (Slot slot : slots) {
            slot.run(actor, horizon, p, recording);
        }
        recording.sortFinished();
        return recording;
    }

    private final class Slot {
        private final int number;
        private final Environment environment;
        private final NumpyGenerator act = new NumpyGenerator(0);
        private long episode = -1;
        private float[] observation = {};
        private float[] memory = {};
        private double episodeReturn;
        private int length;

        Slot(int number, Environment environment) {
            this.number = number;
            this.environment = environment;
        }

        void run(Actor actor, Horizon horizon, Progress p, Recording recording) {
            if (episode < 0) {
                start(actor);
            }
            int from = recording.size();
            boolean startsEpisode = length == 0;
            int episodes = 0;
            for (int t = 0;
                    horizon.unit() == Horizon.Unit.STEPS ? t < horizon.count() : episodes < horizon.count();
                    t++) {
                float[] before = observation;
                boolean[] mask = mask();
                Actions chosen = choose(actor, p);
                StepResult result = environment.step(clipped(chosen).get(0));
                recording.row(before, mask, chosen, 0, result.reward());
                observation = result.observation();
                episodeReturn += result.reward();
                length++;
                if (result.done()) {
                    Segment.End end = result.terminated() ? Segment.End.TERMINATED : Segment.End.TRUNCATED;
                    recording.end(new Segment(number, from, recording.size(), startsEpisode, end), observation, mask());
                    recording.finish(new FinishedEpisode(number, t, episodeReturn, length));
                    start(actor);
                    from = recording.size();
                    startsEpisode = true;
                    episodes++;
                }
            }
            if (from < recording.size()) {
                Segment cut = new Segment(number, from, recording.size(), startsEpisode, Segment.End.CUT);
                recording.end(cut, observation, mask());
            }
        }

        private void start(Actor actor) {
            episode++;
            episodeReturn = 0;
            length = 0;
            memory = new float[actor.memorySize()];
            streams.reseedAct(act, number, episode);
            observation = environment.reset(streams.episodeSeed(number, episode));
        }

        private boolean[] mask() {
            boolean[] mask = new boolean[spec.actionSpace().choices()];
            environment.actionMask(mask);
            return mask;
        }

        private Actions choose(Actor actor, Progress p) {
            Actions chosen = Actions.of(spec.actionSpace(), 1);
            boolean[] mask = mask();
            boolean everything = IntStream.range(0, mask.length).allMatch(i -> mask[i]);
            actor.act(
                    new ActRequest(
                            Observations.of(spec.observationSpace(), observation.clone()),
                            everything ? Masks.ALL : Masks.of(mask, mask.length),
                            memory,
                            row -> act,
                            p,
                            true),
                    chosen);
            return chosen;
        }

        private Actions clipped(Actions chosen) {
            Actions inside = Actions.of(spec.actionSpace(), 1);
            inside.copy(chosen, 0, 0, 1);
            if (spec.actionSpace() instanceof Box box) {
                for (int i = 0; i < inside.reals().length; i++) {
                    inside.reals()[i] = box.clip(i, chosen.reals()[i]);
                }
            }
            return inside;
        }
    }
}
