package org.ascentrl.settings.hocon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {

    private static final List<String> KNOWN = List.of(
            "CartPole-v0",
            "CartPole-v1",
            "LunarLander-v3",
            "LunarLanderContinuous-v3",
            "adam",
            "sgd",
            "ejml",
            "nd4j",
            "learning-rate",
            "episodes");

    @ParameterizedTest
    @CsvSource({
        "nd4jj, nd4j",
        "nd4, nd4j",
        "dn4j, nd4j",
        "ADAM, adam",
        "adma, adam",
        "elml, ejml",
        "learning_rate, learning-rate",
        "learningRate, learning-rate",
        "cartpole, CartPole-v0",
        "CartPole-v2, CartPole-v0",
        "CartPoel-v1, CartPole-v1",
        "lunarlander, LunarLander-v3",
        "lunarlandercont, LunarLanderContinuous-v3",
        "epsodes, episodes"
    })
    void suggests(String wrong, String nearest) {
        assertThat(NearestName.of(wrong, KNOWN)).contains(nearest);
    }

    @ParameterizedTest
    @CsvSource({"zzz", "a2c", "ad", "djl", "''", "episodic-returns", "rate"})
    void suggestsNothingFarAway(String wrong) {
        assertThat(NearestName.of(wrong, KNOWN)).isEmpty();
    }

    @Test
    void aSwapIsOneStepAndThreeOfNineAreNear() {
        assertThat(NearestName.of("ab", List.of("ba"))).contains("ba");
        assertThat(NearestName.of("abcdefghi", List.of("abcdefxyz"))).contains("abcdefxyz");
        assertThat(NearestName.of("abcdefghi", List.of("abcdewxyz"))).isEmpty();
    }

    @Test
    void ofEquallyNearNamesTheLongestCommonBeginningThenTheAlphabet() {
        List<String> names = new ArrayList<>(List.of("xbcd", "abcx", "abxd", "abcw"));
        for (int i = 0; i < names.size(); i++) {
            Collections.rotate(names, 1);
            assertThat(NearestName.of("abcd", names)).contains("abcw");
        }
    }

    @Test
    void aVeryLongNameIsNoBurden() {
        assertThat(NearestName.of("x".repeat(1 << 20), KNOWN)).isEmpty();
    }
}
