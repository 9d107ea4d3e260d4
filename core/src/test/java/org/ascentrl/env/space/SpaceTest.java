package org.ascentrl.env.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ascentrl.env.check.EnvironmentCheckerMisuse;
import org.ascentrl.random.NumpyGenerator;
import org.ascentrl.testing.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What all spaces keep, and the spaces of several parts. */
class SpaceTest {

    private static final MultiDiscrete SWITCHES = MultiDiscrete.of(new int[] {3, 4, 2}, new int[] {0, -1, 10});
    private static final Dict NESTED = new Dict(Map.of(
            "speed", Box.of(-1, 1, 2),
            "gear", new Discrete(3, 1),
            "lights", Tuple.of(new MultiBinary(2), Box.of(0, 1, 1))));

    static final List<Space> SPACES = List.of(
            new Discrete(5, -2),
            new Discrete(1),
            Box.of(-1, 1, 2, 3),
            Box.of(new float[] {Float.NEGATIVE_INFINITY, 0}, new float[] {0, Float.POSITIVE_INFINITY}),
            SWITCHES,
            MultiDiscrete.of(7),
            new MultiBinary(9),
            Tuple.of(new Discrete(2), SWITCHES, Box.of(-1, 1, 2)),
            NESTED);

    static Stream<Map<String, Object>> samples() {
        return Json.maps(Json.map(Json.read(SpaceTest.class, "/golden/box-samples.json"))
                        .get("boxes"))
                .stream()
                .filter(samples -> samples.get("kind").toString().startsWith("Multi"));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void samplesEqualGymnasiums(Map<String, Object> golden) {
        Space space = golden.get("kind").equals("MultiBinary 5") ? new MultiBinary(5) : MultiDiscrete.of(3, 4, 2);
        NumpyGenerator random = new NumpyGenerator(((Number) golden.get("seed")).longValue());
        for (Object sample : (List<?>) golden.get("samples")) {
            assertThat(space.sample(random)).isEqualTo(Action.of(Json.integers(sample)));
        }
    }

    @ParameterizedTest
    @FieldSource("SPACES")
    void samplesAreElementsAndTheirFlatViewsToo(Space space) {
        NumpyGenerator random = new NumpyGenerator(1);
        boolean[] everything = new boolean[space.choices()];
        Arrays.fill(everything, true);
        for (int i = 0; i < 50; i++) {
            for (Action sample : List.of(space.sample(random), space.sample(random, everything))) {
                assertThat(space.contains(sample)).isTrue();
                assertThat(sample.integers()).isEqualTo(space.integers());
                assertThat(sample.reals()).isEqualTo(space.reals());
                assertThat(space.flat(sample)).hasSize(space.flatSize());
                assertThat(space.containsFlat(space.flat(sample))).isTrue();
            }
        }
    }

    @ParameterizedTest
    @FieldSource("SPACES")
    void theSameSeedDrawsTheSame(Space space) {
        assertThat(space.sample(new NumpyGenerator(3))).isEqualTo(space.sample(new NumpyGenerator(3)));
    }

    @ParameterizedTest
    @FieldSource("SPACES")
    void equalItselfAlone(Space space) {
        assertThat(SPACES.stream().filter(space::equals)).containsExactly(space);
        assertThat(SPACES.stream().map(Space::toString)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @FieldSource("SPACES")
    void refuseWhatIsNoElement(Space space) {
        for (Action action : EnvironmentCheckerMisuse.forbidden(space)) {
            assertThat(space.contains(action)).isFalse();
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> space.flat(action))
                    .withMessage("flat: " + action + " is not in " + space);
        }
        assertThat(space.containsFlat(new float[space.flatSize() + 1])).isFalse();
        float[] none = new float[space.flatSize()];
        Arrays.fill(none, Float.NaN);
        assertThat(space.containsFlat(none)).isFalse();
    }

    @ParameterizedTest
    @FieldSource("SPACES")
    void refuseAMaskOfAnotherLength(Space space) {
        boolean[] mask = new boolean[space.choices() + 1];
        assertThatIllegalArgumentException()
                .isThrownBy(() -> space.sample(new NumpyGenerator(0), mask))
                .withMessage("sample: a mask of " + mask.length + " entries, but " + space + " has " + space.choices()
                        + " choices");
    }

    @Test
    void aMaskAllowsTheChoicesOfEachInteger() {
        boolean[] mask = {false, true, false, false, false, true, true, true, false};
        NumpyGenerator random = new NumpyGenerator(4);
        for (int i = 0; i < 50; i++) {
            Action sample = SWITCHES.sample(random, mask);
            assertThat(sample.integer(0)).isEqualTo(1);
            assertThat(sample.integer(1)).isIn(1, 2);
            assertThat(sample.integer(2)).isEqualTo(10);
        }
        assertThat(new MultiBinary(2).sample(random, new boolean[] {true, false, false, true}))
                .isEqualTo(Action.of(0, 1));
        assertThat(new Discrete(3, 5).sample(random, new boolean[] {false, false, true}))
                .isEqualTo(Action.of(7));
    }

    @Test
    void aMaskThatForbidsAllIsRefused() {
        boolean[] mask = {true, true, true, false, false, false, false, true, true};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SWITCHES.sample(new NumpyGenerator(0), mask))
                .withMessageContaining("forbids all choices of an integer");
    }

    @Test
    void theFlatViewOfAMultiDiscreteIsOneHotForEach() {
        assertThat(SWITCHES.flat(Action.of(2, -1, 11))).containsExactly(0, 0, 1, 1, 0, 0, 0, 0, 1);
        assertThat(SWITCHES.containsFlat(new float[] {0, 0, 1, 1, 0, 0, 0, 0, 1}))
                .isTrue();
        assertThat(SWITCHES.containsFlat(new float[] {1, 0, 1, 0, 0, 0, 0, 0, 1}))
                .isFalse();
        assertThat(SWITCHES.choices()).isEqualTo(9);
    }

    @Test
    void aDictIsInTheOrderOfItsNames() {
        assertThat(NESTED)
                .hasToString(
                        "Dict(gear: Discrete(3, start=1), lights: Tuple(MultiBinary(2), Box(0.0, 1.0, [1])), speed: Box(-1.0, 1.0, [2]))");
        Action element = Action.of(new int[] {3, 1, 0}, new float[] {0.25f, -0.5f, 0.75f});
        assertThat(NESTED.flat(element)).containsExactly(0, 0, 1, 1, 0, 0.25f, -0.5f, 0.75f);
        assertThat(NESTED.offset("gear")).isZero();
        assertThat(NESTED.offset("lights")).isEqualTo(3);
        assertThat(NESTED.offset("speed")).isEqualTo(6);
        assertThat(NESTED.get("speed")).isEqualTo(Box.of(-1, 1, 2));
        assertThat(NESTED.values().part(element, 2)).isEqualTo(Action.of(-0.5f, 0.75f));
        assertThat(NESTED.choices()).isEqualTo(7);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NESTED.get("brakes"))
                .withMessage("Dict: there is no brakes, only gear, lights, speed");
    }

    @Test
    void equalityIsThatOfTheElements() {
        assertThat(MultiDiscrete.of(3, 2)).isEqualTo(MultiDiscrete.of(new int[] {3, 2}, new int[2]));
        assertThat(MultiDiscrete.of(3, 2)).hasSameHashCodeAs(MultiDiscrete.of(new int[] {3, 2}, new int[2]));
        assertThat(MultiDiscrete.of(3, 2)).isNotEqualTo(MultiDiscrete.of(2, 3));
        assertThat(MultiDiscrete.of(3, 2)).isNotEqualTo(MultiDiscrete.of(new int[] {3, 2}, new int[] {0, 1}));
        Dict same = new Dict(Map.of("b", new Discrete(2), "a", new Discrete(3)));
        assertThat(new Dict(Map.of("a", new Discrete(3), "b", new Discrete(2))))
                .isEqualTo(same)
                .hasSameHashCodeAs(same);
        assertThat(Tuple.of(new Discrete(2), new Discrete(3))).isNotEqualTo(Tuple.of(new Discrete(3), new Discrete(2)));
    }

    @Test
    void areReadable() {
        assertThat(MultiDiscrete.of(3, 2)).hasToString("MultiDiscrete([3, 2])");
        assertThat(SWITCHES).hasToString("MultiDiscrete([3, 4, 2], start=[0, -1, 10])");
        assertThat(new MultiBinary(4)).hasToString("MultiBinary(4)");
    }

    @Test
    void refuseToBeEmpty() {
        assertThatIllegalArgumentException().isThrownBy(() -> MultiDiscrete.of());
        assertThatIllegalArgumentException().isThrownBy(() -> MultiDiscrete.of(3, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> MultiDiscrete.of(new int[] {3}, new int[] {1, 2}));
        assertThatIllegalArgumentException().isThrownBy(() -> new MultiBinary(0));
        assertThatIllegalArgumentException().isThrownBy(() -> Tuple.of());
        assertThatIllegalArgumentException().isThrownBy(() -> new Dict(Map.of()));
    }
}
