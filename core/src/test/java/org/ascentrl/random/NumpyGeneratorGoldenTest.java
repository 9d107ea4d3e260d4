package org.ascentrl.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every number that the reference data records of NumPy, to the last bit. */
class NumpyGeneratorGoldenTest {

    private static final Pattern INTEGERS = Pattern.compile("integers\\((-?\\d+),(-?\\d+)\\)");

    private static final Map<String, Object> DIGESTS = Golden.read("numpy-random-digests.json");

    static List<Map<String, Object>> streams() {
        return Golden.maps(Golden.read("numpy-random.json").get("streams"));
    }

    @ParameterizedTest
    @MethodSource("streams")
    void equalsNumpy(Map<String, Object> stream) {
        BigInteger seed = new BigInteger((String) stream.get("seed"));
        for (Map.Entry<String, Object> field : stream.entrySet()) {
            String name = field.getKey();
            NumpyGenerator random = generator(seed);
            Matcher integers = INTEGERS.matcher(name);
            if (integers.matches()) {
                long low = Long.parseLong(integers.group(1));
                long high = Long.parseLong(integers.group(2));
                long[] expected = Golden.longs(field.getValue());
                assertThat(Stream.generate(() -> random.integers(low, high))
                                .limit(expected.length)
                                .mapToLong(Long::longValue)
                                .toArray())
                        .as(name)
                        .isEqualTo(expected);
            } else {
                assertThat(draw(name, seed, random)).as(name).isEqualTo(expected(name, field.getValue()));
            }
        }
    }

    private static NumpyGenerator generator(BigInteger seed) {
        return seed.bitLength() < Long.SIZE
                ? new NumpyGenerator(seed.longValueExact())
                : new NumpyGenerator(sequence(seed));
    }

    private static SeedSequence sequence(BigInteger seed) {
        return new SeedSequence(seed.intValue(), seed.shiftRight(32).intValue());
    }

    private static Object expected(String name, Object value) {
        return switch (name) {
            case "seed", "pcg_state", "pcg_inc" -> new BigInteger((String) value);
            case "generate_state_uint32_8" -> Golden.words(value);
            case "raw_uint64" ->
                ((List<?>) value)
                        .stream()
                                .mapToLong(word -> Long.parseUnsignedLong((String) word))
                                .toArray();
            default -> Golden.doubles(value);
        };
    }

    private static Object draw(String name, BigInteger seed, NumpyGenerator random) {
        return switch (name) {
            case "seed" -> seed;
            case "generate_state_uint32_8" -> {
                int[] words = new int[8];
                sequence(seed).generateState(words);
                yield words;
            }
            case "pcg_state" -> unsigned128(MapState.write(random).get("state"));
            case "pcg_inc" -> unsigned128(MapState.write(random).get("increment"));
            case "raw_uint64" -> random.longs(6).toArray();
            case "random" -> draws(5, random, NumpyGenerator::random);
            case "uniform(-0.05,0.05,4)" -> draws(4, random, r -> r.uniform(-0.05, 0.05));
            case "standard_normal" -> draws(6, random, NumpyGenerator::standardNormal);
            case "integers(0,7) x3, random, integers(0,7) x2" ->
                new double[] {
                    random.integers(0, 7),
                    random.integers(0, 7),
                    random.integers(0, 7),
                    random.random(),
                    random.integers(0, 7),
                    random.integers(0, 7)
                };
            case "spawned_children_first_random" ->
                Arrays.stream(random.spawn(3))
                        .mapToDouble(NumpyGenerator::random)
                        .toArray();
            default -> throw new AssertionError("no test of the recorded field " + name);
        };
    }

    private static BigInteger unsigned128(long[] words) {
        return new BigInteger(Long.toUnsignedString(words[0]))
                .shiftLeft(64)
                .add(new BigInteger(Long.toUnsignedString(words[1])));
    }

    private static double[] draws(int n, NumpyGenerator random, ToDoubleFunction<NumpyGenerator> draw) {
        return IntStream.range(0, n)
                .mapToDouble(i -> draw.applyAsDouble(random))
                .toArray();
    }

    static List<Map<String, Object>> exponentials() {
        return Golden.maps(Golden.read("box-samples.json").get("exponential"));
    }

    @ParameterizedTest
    @MethodSource("exponentials")
    void exponentialsEqualNumpy(Map<String, Object> golden) {
        long seed = ((Number) golden.get("seed")).longValue();
        assertThat(draws(8, new NumpyGenerator(seed), NumpyGenerator::standardExponential))
                .isEqualTo(Golden.doubles(golden.get("standard_exponential")));
        assertThat(draws(4, new NumpyGenerator(seed), r -> r.exponential(2.5)))
                .isEqualTo(Golden.doubles(golden.get("exponential(2.5)")));
    }

    static List<Map<String, Object>> distributions() {
        return Golden.maps(DIGESTS.get("distributions"));
    }

    @ParameterizedTest
    @MethodSource("distributions")
    void aMillionDrawsEqualNumpy(Map<String, Object> golden) {
        long seed = ((Number) golden.get("seed")).longValue();
        Map<String, ToDoubleFunction<NumpyGenerator>> draws = Map.of(
                "random", NumpyGenerator::random,
                "uniform(-3.5,1e6)", r -> r.uniform(-3.5, 1e6),
                "standard_normal", NumpyGenerator::standardNormal,
                "normal(-2.5,0.1)", r -> r.normal(-2.5, 0.1),
                "standard_exponential", NumpyGenerator::standardExponential,
                "exponential(0.3)", r -> r.exponential(0.3),
                "random(float32)", NumpyGenerator::nextFloat);
        assertThat(golden.keySet()).containsAll(draws.keySet()).hasSize(draws.size() + 2);
        draws.forEach((name, draw) -> {
            NumpyGenerator random = new NumpyGenerator(seed);
            assertThat(Golden.digest((int) golden.get("draws"), () -> draw.applyAsDouble(random)))
                    .as(name)
                    .isEqualTo(golden.get(name));
        });
    }

    @Test
    void tailsEqualNumpy() {
        Map<String, Object> tails = Golden.map(DIGESTS.get("tails"));
        long seed = ((Number) tails.get("seed")).longValue();
        double[] normal = draws(1_000_000, new NumpyGenerator(seed), NumpyGenerator::standardNormal);
        double[] exponential = draws(1_000_000, new NumpyGenerator(seed), NumpyGenerator::standardExponential);
        Golden.map(tails.get("normal"))
                .forEach((at, value) -> assertThat(normal[Integer.parseInt(at)]).isEqualTo(value));
        Golden.map(tails.get("exponential"))
                .forEach((at, value) ->
                        assertThat(exponential[Integer.parseInt(at)]).isEqualTo(value));
    }

    @Test
    void integersOfEveryKindOfRangeEqualNumpy() {
        Map<String, Object> golden = Golden.map(DIGESTS.get("integers"));
        NumpyGenerator random = new NumpyGenerator(((Number) golden.get("seed")).longValue());
        for (Map<String, Object> range : Golden.maps(golden.get("ranges"))) {
            long low = Long.parseLong((String) range.get("low"));
            long high = Long.parseLong((String) range.get("high"));
            assertThat(Golden.digestOfLongs((int) golden.get("draws"), () -> random.integers(low, high)))
                    .as("integers(%d, %d)", low, high)
                    .isEqualTo(range.get("digest"));
        }
    }

    @Test
    void poissonNumbersOfEveryKindOfMeanEqualNumpy() {
        Map<String, Object> golden = Golden.map(DIGESTS.get("poisson"));
        NumpyGenerator random = new NumpyGenerator(((Number) golden.get("seed")).longValue());
        for (Map<String, Object> of : Golden.maps(golden.get("means"))) {
            double mean = ((Number) of.get("mean")).doubleValue();
            List<Long> first = new ArrayList<>();
            String digest = Golden.digestOfLongs((int) golden.get("draws"), () -> {
                long draw = random.poisson(mean);
                first.add(draw);
                return draw;
            });
            assertThat(first.stream().limit(5).mapToLong(Long::longValue))
                    .as("poisson(%s)", mean)
                    .containsExactly(
                            Arrays.stream(Golden.longs(of.get("first"))).boxed().toArray(Long[]::new));
            assertThat(digest).as("poisson(%s)", mean).isEqualTo(of.get("digest"));
        }
    }

    @Test
    void permutationsEqualNumpy() {
        Map<String, Object> golden = Golden.map(DIGESTS.get("orders"));
        long seed = ((Number) golden.get("seed")).longValue();
        assertThat(new NumpyGenerator(seed).permutation(10)).isEqualTo(Golden.words(golden.get("permutation(10)")));

        NumpyGenerator random = new NumpyGenerator(seed);
        for (Map<String, Object> permutation : Golden.maps(golden.get("permutations"))) {
            int n = (int) permutation.get("n");
            var order = Arrays.stream(random.permutation(n)).asLongStream().iterator();
            assertThat(Golden.digestOfLongs(n, order::nextLong))
                    .as("permutation(%d)", n)
                    .isEqualTo(permutation.get("digest"));
        }
    }

    @Test
    void theReferenceDataHasTheSeedsItIsMeantToHave() {
        assertThat(streams().stream().map(stream -> stream.get("seed")))
                .containsAll(Set.of("0", "42", "4294967301", "9223372036854775819"))
                .hasSize(10);
    }
}
