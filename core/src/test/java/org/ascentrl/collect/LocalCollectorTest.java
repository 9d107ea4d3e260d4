package org.ascentrl.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.ascentrl.actor.ActRequest;
import org.ascentrl.actor.Actor;
import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.env.space.Actions;
import org.ascentrl.env.vector.EpisodeSeeds;
import org.ascentrl.env.vector.StepBatch;
import org.ascentrl.env.vector.VectorEnvironment;
import org.ascentrl.experience.Horizon;
import org.ascentrl.experience.Progress;
import org.ascentrl.experience.Rollout;
import org.ascentrl.random.Streams;
import org.ascentrl.state.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class LocalCollectorTest {

    private static final int SLOTS = 7;
    private static final Streams STREAMS = new Streams(11);
    private static final List<Horizon> HORIZONS =
            List.of(Horizon.steps(6), Horizon.episodes(2), Horizon.steps(1), Horizon.episodes(1), Horizon.steps(40));

    private final Trail.Log log = new Trail.Log();

    private CollectorSetup setup(EnvironmentSpec spec, boolean masked, int chunk, int threads) {
        return new CollectorSetup(
                spec,
                slots -> Trail.vector(spec, masked, slots, new Trail.Log()),
                () -> new Wanderer(spec, Float.NaN),
                STREAMS,
                SLOTS,
                chunk,
                threads,
                "");
    }

    @ParameterizedTest(name = "chunks of {0} on {1} threads")
    @CsvSource({
        "1, 1",
        "1, 2",
        "1, 4",
        "2, 1",
        "2, 2",
        "2, 4",
        "3, 2",
        "5, 4",
        "7, 1",
        "7, 4",
        "1000, 2",
        "2147483647, 9999"
    })
    void givesTheSameWhateverTheChunksAndThreads(int chunk, int threads) {
        for (EnvironmentSpec spec : List.of(Trail.DISCRETE, Trail.BOX)) {
            boolean masked = spec.equals(Trail.DISCRETE);
            Wanderer learner = new Wanderer(spec, 0);
            PlainLoop loop = new PlainLoop(spec, masked, STREAMS, SLOTS);
            try (Collector collector = new LocalCollector(setup(spec, masked, chunk, threads))) {
                for (Horizon horizon : HORIZONS) {
                    Rollout rollout = collector.collect(learner, horizon, new Progress(0, 1));
                    assertThat(Recording.of(spec, rollout))
                            .as("%s", horizon)
                            .isEqualTo(loop.collect(learner, horizon, new Progress(0, 1)));
                    learner.weight += 0.3f;
                }
            }
        }
    }

    @Test
    void aRolloutStaysWhenTheNextIsCollected() {
        Wanderer learner = new Wanderer(Trail.DISCRETE, 0);
        try (Collector collector = new LocalCollector(setup(Trail.DISCRETE, true, 2, 2))) {
            Rollout first = collector.collect(learner, Horizon.steps(30), new Progress(0, 1));
            Recording before = Recording.of(Trail.DISCRETE, first);
            collector.collect(learner, Horizon.steps(30), new Progress(0, 1));
            assertThat(Recording.of(Trail.DISCRETE, first)).isEqualTo(before);
        }
    }

    @Test
    void theLearnerItselfActsWhereThereIsOneChunk() {
        Wanderer learner = new Wanderer(Trail.DISCRETE, 0);
        Supplier<Actor> none = () -> {
            throw new AssertionError("no copy is needed");
        };
        CollectorSetup one = new CollectorSetup(
                Trail.DISCRETE,
                slots -> Trail.vector(Trail.DISCRETE, false, slots, log),
                none,
                STREAMS,
                SLOTS,
                7,
                4,
                "");
        try (Collector collector = new LocalCollector(one)) {
            collector.collect(learner, Horizon.steps(3), new Progress(0, 1));
        }
        assertThat(learner.requests).hasSize(3).allMatch(request -> request.rows() == SLOTS);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 100})
    void eachChunkHasAnActorAndKeepsItsThread(int threads) {
        Set<Use> uses = ConcurrentHashMap.newKeySet();
        AtomicInteger actors = new AtomicInteger();
        CollectorSetup setup = new CollectorSetup(
                Trail.DISCRETE,
                slots -> Trail.vector(Trail.DISCRETE, false, slots, new Trail.Log()),
                () -> new Spy(actors.getAndIncrement(), uses),
                STREAMS,
                5,
                1,
                threads,
                "");
        try (Collector collector = new LocalCollector(setup)) {
            for (int i = 0; i < 4; i++) {
                collector.collect(new Spy(-1, uses), Horizon.steps(2), new Progress(0, 1));
            }
        }
        Set<Thread> used = uses.stream().map(Use::thread).collect(Collectors.toSet());
        assertThat(uses).extracting(Use::actor).containsExactlyInAnyOrder(0, 1, 2, 3, 4);
        assertThat(used).hasSize(Math.min(threads, 5));
        assertThat(used.contains(Thread.currentThread())).isEqualTo(threads == 1);
    }

    private record Use(int actor, Thread thread) {}

    /** Notes on which thread it acts. */
    private record Spy(int number, Set<Use> uses) implements Actor {
        @Override
        public void act(ActRequest in, Actions out) {
            uses.add(new Use(number, Thread.currentThread()));
            Arrays.fill(out.integers(), 1);
        }

        @Override
        public void state(State s) {}
    }

    /** What a slot's environment does before each of its steps, counted from 1. */
    @FunctionalInterface
    private interface Hook {
        void before(int slot, int step);
    }

    /** A trail of one slot that knows its number. */
    private static final class Hooked implements VectorEnvironment {

        private final VectorEnvironment inner = Trail.vector(Trail.DISCRETE, false, 1, new Trail.Log());
        private final Hook hook;
        private final Set<String> log;
        private int slot;
        private int step;
        private volatile boolean stepping;

        Hooked(Hook hook, Set<String> log) {
            this.hook = hook;
            this.log = log;
        }

        @Override
        public int size() {
            return 1;
        }

        @Override
        public EnvironmentSpec spec() {
            return inner.spec();
        }

        @Override
        public void reset(EpisodeSeeds seeds, StepBatch out) {
            while (STREAMS.episodeSeed(slot, 0) != seeds.of(0, 0)) {
                slot++;
            }
            inner.reset(seeds, out);
        }

        @Override
        public void step(Actions actions, boolean[] active, StepBatch out) {
            stepping = true;
            step++;
            hook.before(slot, step);
            inner.step(actions, active, out);
            log.add("slot " + slot + " took step " + step);
            stepping = false;
        }

        @Override
        public void close() {
            log.add("slot " + slot + " closed" + (stepping ? " within a step" : ""));
        }
    }

    private static LocalCollector hooked(int threads, Hook hook, Set<String> log) {
        return new LocalCollector(new CollectorSetup(
                Trail.DISCRETE,
                slots -> new Hooked(hook, log),
                () -> new Wanderer(Trail.DISCRETE, 0),
                STREAMS,
                4,
                1,
                threads,
                ""));
    }

    private static Rollout collect(Collector collector) {
        return collector.collect(new Wanderer(Trail.DISCRETE, 0), Horizon.steps(30), new Progress(0, 1));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void ofSeveralFailuresThatOfTheFirstChunkSurfaces(int threads) {
        Hook fails = (slot, step) -> {
            if (slot % 2 == 1 && step == 10 - 3 * slot) {
                throw new ArithmeticException("slot " + slot);
            }
        };
        try (Collector collector = hooked(threads, fails, ConcurrentHashMap.newKeySet())) {
            assertThatThrownBy(() -> collect(collector))
                    .isInstanceOf(ArithmeticException.class)
                    .hasMessage("slot 1");
        }
    }

    @Test
    void noChunkRunsOnOnceAFailureSurfaces() {
        Set<String> steps = ConcurrentHashMap.newKeySet();
        CountDownLatch running = new CountDownLatch(1);
        Hook fails = (slot, step) -> {
            if (slot == 0) {
                await(running);
                throw new ArithmeticException("stuck");
            }
            running.countDown();
            pause();
        };
        try (Collector collector = hooked(4, fails, steps)) {
            assertThatThrownBy(() -> collect(collector)).hasMessage("stuck");
            assertThat(Set.copyOf(steps)).hasSize(3 * 30);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Long enough for another thread to go wrong; heeds no interrupt. */
    private static void pause() {
        long start = System.nanoTime();
        while (System.nanoTime() - start < 2_000_000) {
            Thread.onSpinWait();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void anErrorSurfacesAsItIs(int threads) {
        Hook fails = (slot, step) -> {
            throw new OutOfMemoryError("slot " + slot);
        };
        try (Collector collector = hooked(threads, fails, ConcurrentHashMap.newKeySet())) {
            assertThatThrownBy(() -> collect(collector))
                    .isInstanceOf(OutOfMemoryError.class)
                    .hasMessage("slot 0");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void closesItsEnvironmentsAndEndsItsThreads(int threads) throws InterruptedException {
        Set<String> log = ConcurrentHashMap.newKeySet();
        Set<Thread> used = ConcurrentHashMap.newKeySet();
        Collector collector = hooked(threads, (slot, step) -> used.add(Thread.currentThread()), log);
        collect(collector);
        collector.close();
        collector.close();
        assertThat(log).contains("slot 0 closed", "slot 1 closed", "slot 2 closed", "slot 3 closed");
        used.remove(Thread.currentThread());
        assertThat(used).hasSize(threads == 1 ? 0 : threads);
        for (Thread thread : used) {
            thread.join();
        }
    }

    @Test
    void waitsForChunksThatStillRunBeforeItClosesTheirEnvironments() {
        Set<String> log = ConcurrentHashMap.newKeySet();
        CountDownLatch running = new CountDownLatch(2);
        Hook slow = (slot, step) -> {
            running.countDown();
            pause();
        };
        Thread training = Thread.currentThread();
        Thread impatient = new Thread(() -> {
            await(running);
            training.interrupt();
        });
        impatient.start();
        try (Collector collector = hooked(2, slow, log)) {
            assertThatThrownBy(() -> collect(collector))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("interrupted while collecting");
        }
        assertThat(Thread.interrupted()).as("the interrupt is still to be seen").isTrue();
        assertThat(log).noneMatch(entry -> entry.contains("within"));
    }

    @Test
    void closesWithoutEverCollecting() {
        hooked(2, (slot, step) -> {}, ConcurrentHashMap.newKeySet()).close();
    }
}
