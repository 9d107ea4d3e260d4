package org.ascentrl.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StreamsTest {

    private static final long FAR = 8589934593L;

    static List<Map<String, Object>> recorded() {
        return Golden.maps(Golden.read("numpy-random-digests.json").get("streams"));
    }

    /** The derivation must not change: recorded runs are replayed by it. */
    @ParameterizedTest
    @MethodSource("recorded")
    void equalsNumpysSeedSequenceOfTheDocumentedWords(Map<String, Object> golden) {
        Streams streams = new Streams(Long.parseLong((String) golden.get("seed")));
        assertThat(streams.stream("init").random()).isEqualTo(golden.get("init"));
        assertThat(streams.stream("größe").random()).isEqualTo(golden.get("größe"));
        assertThat(act(streams, 3, FAR).random()).isEqualTo(golden.get("act(3, 8589934593)"));
        assertThat(Long.toString(streams.episodeSeed(3, FAR))).isEqualTo(golden.get("episodeSeed(3, 8589934593)"));
        assertThat(Long.toString(streams.evaluationSeed(5))).isEqualTo(golden.get("evaluationSeed(5)"));
    }

    private static NumpyGenerator act(Streams streams, int slot, long episode) {
        NumpyGenerator random = new NumpyGenerator(0);
        streams.reseedAct(random, slot, episode);
        return random;
    }

    @Test
    void runsNamesSlotsAndEpisodesGiveDifferentStreams() {
        Set<Long> firstWords = new HashSet<>();
        int streams = 0;
        for (long run : new long[] {0, 1, 1L << 32, Long.MAX_VALUE}) {
            Streams random = new Streams(run);
            for (String name : List.of("init", "minibatch", "replay", "act", "environment", "evaluation", "")) {
                firstWords.add(random.stream(name).nextLong());
                streams++;
            }
            for (int slot : new int[] {0, 1, 2, Integer.MAX_VALUE}) {
                for (long episode : new long[] {0, 1, 2, 1L << 32, Long.MAX_VALUE}) {
                    firstWords.add(act(random, slot, episode).nextLong());
                    streams++;
                }
            }
        }
        assertThat(firstWords).hasSize(streams);
    }

    @Test
    void theSameRunGivesTheSameStreamsInAnyOrder() {
        Streams forward = new Streams(7);
        long init = forward.stream("init").nextLong();
        long replay = forward.stream("replay").nextLong();
        long act = act(forward, 1, 2).nextLong();
        long seed = forward.episodeSeed(1, 2);
        long evaluation = forward.evaluationSeed(2);

        Streams backward = new Streams(7);
        assertThat(backward.evaluationSeed(2)).isEqualTo(evaluation);
        assertThat(backward.episodeSeed(1, 2)).isEqualTo(seed);
        assertThat(act(backward, 1, 2).nextLong()).isEqualTo(act);
        assertThat(backward.stream("replay").nextLong()).isEqualTo(replay);
        assertThat(backward.stream("init").nextLong()).isEqualTo(init);
        assertThat(backward.stream("init").nextLong()).isEqualTo(init);
    }

    @Test
    void reseedingForgetsWhatTheTargetWas() {
        Streams streams = new Streams(7);
        NumpyGenerator used = new NumpyGenerator(99);
        used.nextInt();
        streams.reseedAct(used, 4, 5);
        assertThat(MapState.write(used)).usingRecursiveComparison().isEqualTo(MapState.write(act(streams, 4, 5)));
    }

    /** Seeds of 53 bits drawn at random would share one among two million with probability 2.2e-4; the run is fixed. */
    @Test
    void twoMillionEpisodesOfTrainingAndEvaluationHaveSeedsOfTheirOwn() {
        Streams streams = new Streams(1);
        int slots = 1000;
        int episodes = 1000;
        long[] seeds = new long[2 * slots * episodes];
        for (int slot = 0; slot < slots; slot++) {
            for (int episode = 0; episode < episodes; episode++) {
                seeds[slot * episodes + episode] = streams.episodeSeed(slot, episode);
            }
        }
        for (int i = 0; i < slots * episodes; i++) {
            seeds[slots * episodes + i] = streams.evaluationSeed(i);
        }
        Arrays.sort(seeds);
        assertThat(seeds[0]).isNotNegative();
        assertThat(seeds[seeds.length - 1]).isLessThan(1L << 53);
        assertThat(Arrays.stream(seeds).distinct().count()).isEqualTo(seeds.length);
    }

    @Test
    void refusesNegativeNumbers() {
        Streams streams = new Streams(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Streams(-5))
                .withMessage("seed -5: a seed must not be negative");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> streams.episodeSeed(-1, 0))
                .withMessageContaining("slot -1, episode 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> streams.reseedAct(new NumpyGenerator(0), 0, -1))
                .withMessageContaining("slot 0, episode -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> streams.evaluationSeed(-1))
                .withMessageContaining("episode -1");
    }
}
