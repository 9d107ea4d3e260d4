package org.ascentrl.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SeedSequenceTest {

    static List<Map<String, Object>> sequences() {
        return Golden.maps(Golden.read("numpy-random-digests.json").get("sequences"));
    }

    @ParameterizedTest
    @MethodSource("sequences")
    void equalsNumpyForSeveralWordsAndSpawnKeys(Map<String, Object> golden) {
        SeedSequence sequence = new SeedSequence(Golden.words(golden.get("entropy")));
        assertThat(state(sequence)).isEqualTo(Golden.words(golden.get("state")));

        SeedSequence third = sequence.spawn(3)[2];
        assertThat(state(third)).isEqualTo(Golden.words(golden.get("spawn(3)[2]")));
        assertThat(state(third.spawn(2)[1])).isEqualTo(Golden.words(golden.get("spawn(3)[2].spawn(2)[1]")));
        assertThat(state(sequence.spawn(1)[0])).isEqualTo(Golden.words(golden.get("fourth child")));
    }

    private static int[] state(SeedSequence sequence) {
        int[] words = new int[10];
        sequence.generateState(words);
        return words;
    }

    @Test
    void anIntegerIsItsWordsLowestFirst() {
        assertThat(state(SeedSequence.of((5L << 32) + 7))).isEqualTo(state(new SeedSequence(7, 5)));
    }

    @Test
    void entropyIsCopied() {
        int[] entropy = {1, 2};
        SeedSequence sequence = new SeedSequence(entropy);
        entropy[0] = 9;
        assertThat(state(sequence.spawn(1)[0])).isEqualTo(state(new SeedSequence(1, 2).spawn(1)[0]));
    }

    @Test
    void refusesNegativeSeedsAndNumbersOfChildren() {
        assertThatThrownBy(() -> SeedSequence.of(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("seed -1: a seed must not be negative");
        assertThatThrownBy(() -> SeedSequence.of(0).spawn(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("spawn: -1");
    }
}
