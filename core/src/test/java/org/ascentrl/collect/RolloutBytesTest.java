package org.ascentrl.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.env.space.Box;
import org.ascentrl.env.space.Dict;
import org.ascentrl.env.space.Discrete;
import org.ascentrl.env.space.MultiDiscrete;
import org.ascentrl.env.space.Space;
import org.ascentrl.experience.Extra;
import org.ascentrl.experience.Horizon;
import org.ascentrl.experience.Progress;
import org.ascentrl.experience.Rollout;
import org.ascentrl.random.NumpyGenerator;
import org.ascentrl.random.Streams;
import org.ascentrl.state.DType;
import org.ascentrl.state.Snapshot;
import org.ascentrl.state.State;
import org.ascentrl.state.StateException;
import org.ascentrl.testing.Rollouts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rollouts that are sent as bytes. */
class RolloutBytesTest {

    private static final Set<Extra> ALL = EnumSet.allOf(Extra.class);
    private static final Streams STREAMS = new Streams(3);
    private static final Progress START = new Progress(0, 1000);
    private static final List<Horizon> HORIZONS =
            List.of(Horizon.steps(2), Horizon.episodes(2), Horizon.steps(70), Horizon.steps(1));

    private static ChunkRunner chunk(EnvironmentSpec spec, boolean masked, int firstSlot, int slots) {
        return new ChunkRunner(firstSlot, Trail.vector(spec, masked, slots, new Trail.Log()), true, STREAMS);
    }

    private static void assertEqual(EnvironmentSpec spec, Rollout actual, Rollout expected) {
        assertThat(Recording.of(spec, actual)).isEqualTo(Recording.of(spec, expected));
        assertThat(actual.masks()).isEqualTo(expected.masks());
        assertThat(actual.finalMasks()).isEqualTo(expected.finalMasks());
        assertThat(actual.actions()).usingRecursiveComparison().isEqualTo(expected.actions());
        assertThat(actual.rewards()).containsExactly(expected.rewards());
        assertThat(actual.segments()).isEqualTo(expected.segments());
        assertThat(actual.finished()).isEqualTo(expected.finished());
    }

    private static void assertEqualExtras(Rollout actual, Rollout expected) {
        assertThat(actual.logProbs()).containsExactly(expected.logProbs());
        assertThat(actual.memory()).containsExactly(expected.memory());
        assertThat(actual.info().keySet()).isEqualTo(expected.info().keySet());
        actual.info()
                .forEach((name, column) -> assertThat(column)
                        .as(name)
                        .containsExactly(expected.info().get(name)));
    }

    /** Executors run slots 0 to 2 and 3 to 4, and send bytes. */
    @ParameterizedTest(name = "masked: {0}")
    @ValueSource(booleans = {true, false})
    void chunksThatRanElsewhereJoinToTheSameRollout(boolean masked) {
        EnvironmentSpec spec = masked ? Trail.DISCRETE : Trail.BOX;
        Wanderer actor = new Wanderer(spec, 0.5f);
        try (ChunkRunner here = chunk(spec, masked, 0, 5);
                ChunkRunner first = chunk(spec, masked, 0, 3);
                ChunkRunner second = chunk(spec, masked, 3, 2)) {
            for (Horizon horizon : HORIZONS) {
                Rollout expected = Rollout.of(spec, here.run(actor, horizon, ALL, START));
                byte[] a =
                        Rollout.of(spec, first.run(actor, horizon, ALL, START)).toBytes();
                byte[] b =
                        Rollout.of(spec, second.run(actor, horizon, ALL, START)).toBytes();
                Rollout joined = Rollout.concat(spec, List.of(Rollout.of(spec, a), Rollout.of(spec, b)));
                assertEqual(spec, joined, expected);
                assertEqualExtras(joined, expected);
                assertThat(joined.toBytes()).as("the same bytes").isEqualTo(expected.toBytes());
            }
        }
    }

    @Test
    void bytesAndPartsOfObservationsComeBack() {
        Space observations = new Dict(Map.of("image", Box.bytes(2, 3), "speed", Box.of(-1, 1, 2)));
        for (Space actions : List.of(new Discrete(3, 5), MultiDiscrete.of(3, 2), Box.of(-1, 1, 2))) {
            EnvironmentSpec spec = Rollouts.spec(observations, actions);
            NumpyGenerator random = new NumpyGenerator(4);
            Rollouts made = Rollouts.of(spec);
            for (int i = 0; i < 100; i++) {
                made.step(new float[] {i, 255, 0, 1, 2, 3, i / 8f, -1}, actions.sample(random), i);
            }
            Rollout tau = made.truncated(9, 8, 7, 6, 5, 4, 0.5f, 1).build();
            assertEqual(spec, Rollout.of(spec, tau.toBytes()), tau);
        }
    }

    @Test
    void extrasThatWereNotRecordedStayAway() {
        Wanderer actor = new Wanderer(Trail.BOX, 0);
        try (ChunkRunner runner = chunk(Trail.BOX, false, 0, 2)) {
            for (Extra extra : Extra.values()) {
                Rollout tau = Rollout.of(Trail.BOX, runner.run(actor, Horizon.steps(3), Set.of(extra), START));
                Rollout read = Rollout.of(Trail.BOX, tau.toBytes());
                assertThat(read.toBytes()).isEqualTo(tau.toBytes());
                assertThat(records(read, Extra.MEMORY)).isEqualTo(extra == Extra.MEMORY);
                assertThat(records(read, Extra.LOG_PROBS)).isEqualTo(extra == Extra.LOG_PROBS);
                assertThat(records(read, Extra.INFO)).isEqualTo(extra == Extra.INFO);
            }
        }
    }

    private static boolean records(Rollout tau, Extra extra) {
        try {
            Object array = switch (extra) {
                case MEMORY -> tau.memory();
                case LOG_PROBS -> tau.logProbs();
                case INFO -> tau.info();
            };
            return array != null;
        } catch (IllegalStateException e) {
            return false;
        }
    }

    /** Two slots of discrete actions with masks and all extras. */
    private static Rollout sent() {
        try (ChunkRunner runner = chunk(Trail.DISCRETE, true, 0, 2)) {
            return Rollout.of(
                    Trail.DISCRETE, runner.run(new Wanderer(Trail.DISCRETE, 0), Horizon.steps(20), ALL, START));
        }
    }

    /** The bytes of a rollout in which one item is another. */
    private static byte[] with(String changed, Consumer<State> item) {
        Snapshot saved = Snapshot.of(sent().toBytes());
        assertThat(saved.names()).contains(changed);
        return Snapshot.of(s -> saved.names().forEach(name -> {
                    if (name.equals(changed)) {
                        item.accept(s);
                    } else {
                        copy(saved, name, s);
                    }
                }))
                .toBytes();
    }

    private static void copy(Snapshot saved, String name, State to) {
        int[] shape = saved.shape(name);
        DType dtype = saved.dtype(name);
        switch (dtype) {
            case F32 -> to.floats(name, shape, () -> saved.floats(name), floats -> {});
            case F64 -> to.doubles(name, shape, () -> saved.doubles(name), doubles -> {});
            case I64 -> to.longs(name, shape, () -> saved.longs(name), longs -> {});
            case U8 -> to.bytes(name, shape, () -> saved.bytes(name), bytes -> {});
        }
    }

    private static byte[] withLongs(String name, Consumer<long[]> change) {
        Snapshot saved = Snapshot.of(sent().toBytes());
        long[] longs = saved.longs(name);
        change.accept(longs);
        return with(name, s -> s.longs(name, saved.shape(name), () -> longs, any -> {}));
    }

    private static void assertRefused(byte[] bytes, String message) {
        assertThatExceptionOfType(StateException.class)
                .isThrownBy(() -> Rollout.of(Trail.DISCRETE, bytes))
                .withMessageContaining(message);
    }

    @Test
    void refusesBytesOfAnotherLength() {
        byte[] bytes = sent().toBytes();
        assertThat(Rollout.of(Trail.DISCRETE, bytes).rows()).isEqualTo(40);
        assertRefused(Arrays.copyOf(bytes, bytes.length - 1), "The bytes cannot be read as safetensors");
        assertRefused(new byte[0], "The bytes cannot be read as safetensors");
    }

    @Test
    void refusesSegmentsThatDoNotFollowEachOther() {
        assertRefused(
                withLongs("segments", all -> all[1] = 1),
                "The bytes of a rollout of 40 rows and " + sent().segments().size() + " segments have segment [0, 1,");
        assertRefused(withLongs("segments", all -> all[2] = 0), "segment [0, 0, 0,");
        assertRefused(withLongs("segments", all -> all[all.length - 3] = 41), "segment [1,");
        assertRefused(withLongs("segments", all -> all[all.length - 3] = 39), "have segments of 39 rows");
        assertRefused(withLongs("segments", all -> all[4] = 3), "segment [0, 0,");
        assertRefused(withLongs("segments", all -> all[4] = -1), "segment [0, 0,");
        assertRefused(withLongs("segments", all -> all[2] = 1L << 40), "The saved values of item \"segments\"");
    }

    @Test
    void refusesArraysOfOtherLengths() {
        assertRefused(
                with("rewards", s -> s.doubles("rewards", State.any(), () -> new double[39], any -> {})),
                "\"observations.floats\": found F32 [40, 4], expected F32 [39, 4]");
        assertRefused(
                with("masks", s -> s.bytes("masks", State.any(), () -> new byte[3], any -> {})), "have masks of 3 and");
        assertRefused(
                with("returns", s -> s.doubles("returns", State.any(), () -> new double[1], any -> {})),
                "have 1 returns of");
        assertRefused(
                with("log-probs", s -> s.doubles("log-probs", State.any(), () -> new double[41], any -> {})),
                "\"log-probs\": found F64 [41], expected F64 [40]");
        assertRefused(
                with("info.step", s -> s.doubles("info.step", State.any(), () -> new double[41], any -> {})),
                "\"info.step\": found F64 [41], expected F64 [40]");
        assertRefused(
                with("extras", s -> s.bytes("extras", State.any(), () -> new byte[3], any -> {})),
                "\"log-probs\": found F64 [40], expected no such item");
    }

    @Test
    void refusesTheRolloutOfAnotherEnvironment() {
        EnvironmentSpec other = Rollouts.spec(3, new Discrete(3));
        assertThatExceptionOfType(StateException.class)
                .isThrownBy(() -> Rollout.of(other, sent().toBytes()))
                .withMessageContaining("\"observations.floats\": found F32 [40, 4], expected F32 [40, 3]");
    }

    /** A terabyte would be needed: nothing is allocated before that is known. */
    @Test
    void refusesMoreRowsThanThereAreBytes() {
        EnvironmentSpec huge = Rollouts.spec(Box.bytes(1 << 14, 1 << 14), new Discrete(3));
        byte[] bytes = with("rewards", s -> s.doubles("rewards", State.any(), () -> new double[5000], any -> {}));
        assertThatExceptionOfType(StateException.class)
                .isThrownBy(() -> Rollout.of(huge, bytes))
                .withMessageContaining("A rollout of 5000 rows and")
                .withMessageContaining("Pass the bytes of a rollout of this environment.");
    }
}
