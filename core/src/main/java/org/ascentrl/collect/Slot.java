package org.ascentrl.collect;

import java.util.function.Supplier;
import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.experience.SlotRecorder;
import org.ascentrl.random.NumpyGenerator;
import org.ascentrl.random.Streams;
import org.ascentrl.state.State;

/** The state of one environment of a chunk. */
final class Slot {

    final int number;
    final SlotRecorder recorder;
    final EpisodeLog log;
    final NumpyGenerator act = new NumpyGenerator(0);
    long episode = -1;
    int episodesLeft;

    /** The saved observation to act on next; empty if none was saved. */
    float[] saved = {};

    Slot(EnvironmentSpec spec, int number) {
        this.number = number;
        recorder = new SlotRecorder(spec, number);
        log = new EpisodeLog(spec.actionSpace());
    }

    /** Starts the next episode. */
    void startNext(Streams streams) {
        episode++;
        log.clear();
        streams.reseedAct(act, number, episode);
    }

    /** Returns the seed of the current episode. */
    long seed(Streams streams) {
        return streams.episodeSeed(number, episode);
    }

    void state(State s, Supplier<float[]> observation) {
        s.longs("episode", new int[0], () -> new long[] {episode}, value -> episode = value[0]);
        s.floats("observation", State.any(), observation, value -> saved = value);
        s.part("log", log);
        s.part("act", act);
    }
}
