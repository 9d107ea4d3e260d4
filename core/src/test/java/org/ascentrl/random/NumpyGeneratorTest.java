package org.ascentrl.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.ascentrl.testing.Allocation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumpyGeneratorTest {

    @Test
    void reseedEqualsANewGenerator() {
        NumpyGenerator used = new NumpyGenerator(new SeedSequence(1, 2, 3));
        for (long seed : new long[] {0, 1, 1L << 32, Long.MAX_VALUE}) {
            used.nextInt();
            used.spawn(1);
            used.reseed(seed);
            NumpyGenerator fresh = new NumpyGenerator(seed);
            assertThat(MapState.write(used)).usingRecursiveComparison().isEqualTo(MapState.write(fresh));
            assertThat(used.spawn(2)[1].nextLong()).isEqualTo(fresh.spawn(2)[1].nextLong());
        }
    }

    @Test
    void reseedAllocatesNothing() {
        NumpyGenerator random = new NumpyGenerator(0);
        Streams streams = new Streams(3);
        assertThat(Allocation.ofCalls(random::reseed)).isZero();
        assertThat(Allocation.ofCalls(i -> streams.reseedAct(random, i, i))).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void savedStateContinuesToTheBitAlsoWithinABufferedDraw(int draws) {
        NumpyGenerator saved = new NumpyGenerator(42);
        for (int i = 0; i < draws; i++) {
            saved.nextInt();
        }
        Map<String, long[]> state = MapState.write(saved);
        NumpyGenerator restored = new NumpyGenerator(7);
        restored.nextInt();
        MapState.read(state, restored);

        for (int i = 0; i < 20; i++) {
            assertThat(restored.nextInt()).isEqualTo(saved.nextInt());
            assertThat(restored.nextLong()).isEqualTo(saved.nextLong());
            assertThat(restored.standardNormal()).isEqualTo(saved.standardNormal());
        }
        assertThat(MapState.write(restored)).usingRecursiveComparison().isEqualTo(MapState.write(saved));
    }

    @Test
    void stateIsTheOneOfNumpy() {
        NumpyGenerator random = new NumpyGenerator(3);
        random.permutation(20);
        // default_rng(3) after permutation(20): bit_generator.state
        assertThat(MapState.write(random).get("buffered")).containsExactly(1, 1849533264L);
    }

    @Test
    void damagedStateIsRefused() {
        NumpyGenerator random = new NumpyGenerator(3);
        assertDamaged(random, "increment", new long[] {5, 4});
        assertDamaged(random, "buffered", new long[] {2, 0});
        assertDamaged(random, "buffered", new long[] {1, 1L << 32});
        assertDamaged(random, "buffered", new long[] {1, -1});
    }

    private static void assertDamaged(NumpyGenerator random, String item, long[] value) {
        Map<String, long[]> state = MapState.write(random);
        state.put(item, value);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MapState.read(state, random))
                .withMessageStartingWith(item)
                .withMessageContaining("damaged");
    }

    @Test
    void spawnsFurtherChildrenAtEachCall() {
        NumpyGenerator[] atOnce = new NumpyGenerator(5).spawn(3);
        NumpyGenerator parent = new NumpyGenerator(5);
        assertThat(parent.spawn(0)).isEmpty();
        assertThat(parent.spawn(2)[1].nextLong()).isEqualTo(atOnce[1].nextLong());
        assertThat(parent.spawn(1)[0].nextLong()).isEqualTo(atOnce[2].nextLong());
        assertThat(parent.nextLong()).isEqualTo(new NumpyGenerator(5).nextLong());
    }

    @Test
    void onlyAGeneratorWithASeedSpawns() {
        NumpyGenerator random = new NumpyGenerator(5);
        assertThat(random.spawn(1)[0].spawn(1)).hasSize(1);
        assertThat(new Streams(5).stream("init").spawn(1)).hasSize(1);

        MapState.read(MapState.write(random), random);
        assertThatIllegalStateException().isThrownBy(() -> random.spawn(1)).withMessageStartingWith("spawn: ");
        random.reseed(6);
        assertThat(random.spawn(1)).hasSize(1);

        new Streams(5).reseedAct(random, 0, 0);
        assertThatIllegalStateException().isThrownBy(() -> random.spawn(1)).withMessageContaining("reseedAct");
    }

    @Test
    void theMethodsOfRandomGeneratorAreThoseOfNumpy() {
        assertSame(r -> r.nextInt(7), r -> (int) r.integers(0, 7));
        assertSame(r -> r.nextInt(-3, 7), r -> (int) r.integers(-3, 7));
        assertSame(r -> r.nextInt(Integer.MIN_VALUE, Integer.MAX_VALUE), r ->
                (int) r.integers(Integer.MIN_VALUE, Integer.MAX_VALUE));
        assertSame(r -> r.nextLong(1L << 40), r -> r.integers(0, 1L << 40));
        assertSame(r -> r.nextLong(-7, 5), r -> r.integers(-7, 5));
        assertSame(NumpyGenerator::nextBoolean, r -> r.integers(0, 2) == 1);
        assertSame(NumpyGenerator::nextDouble, NumpyGenerator::random);
        assertSame(NumpyGenerator::nextGaussian, NumpyGenerator::standardNormal);
        assertSame(r -> r.nextGaussian(3, 2), r -> r.normal(3, 2));
        assertSame(NumpyGenerator::nextExponential, NumpyGenerator::standardExponential);
        assertSame(r -> r.ints(1, 0, 9).sum(), r -> (int) r.integers(0, 9));
    }

    private static void assertSame(Function<NumpyGenerator, Object> a, Function<NumpyGenerator, Object> b) {
        NumpyGenerator first = new NumpyGenerator(9);
        NumpyGenerator second = new NumpyGenerator(9);
        for (int i = 0; i < 100; i++) {
            assertThat(a.apply(first)).isEqualTo(b.apply(second));
        }
        assertThat(MapState.write(first)).usingRecursiveComparison().isEqualTo(MapState.write(second));
    }

    @Test
    void aRangeOfOneValueDrawsNothing() {
        NumpyGenerator random = new NumpyGenerator(1);
        assertThat(random.integers(5, 6)).isEqualTo(5);
        assertThat(random.integers(Long.MAX_VALUE - 1, Long.MAX_VALUE)).isEqualTo(Long.MAX_VALUE - 1);
        assertThat(random.nextLong()).isEqualTo(new NumpyGenerator(1).nextLong());
    }

    @Test
    void theLargestMeanOfPoissonFitsALong() {
        NumpyGenerator random = new NumpyGenerator(1);
        for (int i = 0; i < 1000; i++) {
            assertThat(random.poisson(Poisson.MAX_MEAN) / Poisson.MAX_MEAN).isBetween(1 - 1e-8, 1 + 1e-8);
        }
    }

    @Test
    void aPoissonNumberOfMeanZeroDrawsNothing() {
        NumpyGenerator random = new NumpyGenerator(1);
        assertThat(random.poisson(0)).isZero();
        assertThat(random.nextLong()).isEqualTo(new NumpyGenerator(1).nextLong());
    }

    @Test
    void deviationsAndRangesOfZeroAreAllowed() {
        NumpyGenerator random = new NumpyGenerator(1);
        assertThat(random.normal(4, 0)).isEqualTo(4);
        assertThat(random.exponential(0)).isZero();
        assertThat(random.uniform(2, 2)).isEqualTo(2);
    }

    @Test
    void refusesArgumentsOutsideTheirDomain() {
        assertRefused(r -> new NumpyGenerator(-1), "seed -1: a seed must not be negative");
        assertRefused(r -> r.reseed(Long.MIN_VALUE), "seed -9223372036854775808: a seed must not be negative");
        assertRefused(r -> r.integers(3, 3), "integers: low 3, high 3; high is exclusive");
        assertRefused(r -> r.integers(0, -1), "integers: low 0, high -1");
        assertRefused(r -> r.nextInt(0), "integers: low 0, high 0");
        assertRefused(r -> r.nextInt(4, 3), "integers: low 4, high 3");
        assertRefused(r -> r.nextLong(-2), "integers: low 0, high -2");
        assertRefused(r -> r.nextLong(4, 4), "integers: low 4, high 4");
        assertRefused(r -> r.uniform(1, 0), "uniform: low 1.0, high 0.0");
        assertRefused(r -> r.uniform(0, Double.POSITIVE_INFINITY), "uniform: low 0.0, high Infinity");
        assertRefused(r -> r.uniform(-1e308, 1e308), "uniform: low -1.0E308, high 1.0E308");
        assertRefused(r -> r.uniform(Double.NaN, 1), "uniform: low NaN, high 1.0");
        assertRefused(r -> r.normal(0, -1), "normal: standard deviation -1.0");
        assertRefused(r -> r.nextGaussian(0, Double.NaN), "normal: standard deviation NaN");
        assertRefused(r -> r.exponential(-0.5), "exponential: scale -0.5");
        assertRefused(r -> r.exponential(Double.NaN), "exponential: scale NaN");
        assertRefused(r -> r.poisson(-0.5), "poisson: mean -0.5; it must be from 0 to 9.2233720064");
        assertRefused(r -> r.poisson(Double.NaN), "poisson: mean NaN");
        assertRefused(r -> r.poisson(1e19), "poisson: mean 1.0E19");
        assertRefused(r -> r.permutation(-1), "permutation: -1 elements");
        assertRefused(r -> r.spawn(-1), "spawn: -1 children");
    }

    private static void assertRefused(Consumer<NumpyGenerator> call, String message) {
        NumpyGenerator random = new NumpyGenerator(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> call.accept(random))
                .withMessageStartingWith(message);
        assertThat(random.nextLong()).isEqualTo(new NumpyGenerator(1).nextLong());
    }
}
