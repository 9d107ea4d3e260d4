package org.ascentrl.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.ascentrl.actor.ActRequest;
import org.ascentrl.actor.Actor;
import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.env.registry.EnvironmentFactory;
import org.ascentrl.env.space.Actions;
import org.ascentrl.env.space.Box;
import org.ascentrl.env.space.Discrete;
import org.ascentrl.env.space.Masks;
import org.ascentrl.env.space.MultiBinary;
import org.ascentrl.env.space.MultiDiscrete;
import org.ascentrl.env.space.Space;
import org.ascentrl.env.space.Tuple;
import org.ascentrl.experience.FinishedEpisode;
import org.ascentrl.experience.Horizon;
import org.ascentrl.experience.Progress;
import org.ascentrl.experience.Rollout;
import org.ascentrl.experience.Segment;
import org.ascentrl.experience.Segment.End;
import org.ascentrl.random.NumpyGenerator;
import org.ascentrl.random.Streams;
import org.ascentrl.state.State;
import org.ascentrl.testing.EchoEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChunkRunnerTest {

    private static final Streams STREAMS = new Streams(7);
    private static final Progress START = new Progress(0, 1000);
    private static final List<Horizon> HORIZONS = List.of(
            Horizon.steps(5),
            Horizon.episodes(2),
            Horizon.steps(1),
            Horizon.episodes(1),
            Horizon.steps(200),
            Horizon.episodes(3));

    private final Trail.Log log = new Trail.Log();

    record Task(String name, EnvironmentSpec spec, boolean masked) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Task> tasks() {
        return Stream.of(
                new Task("discrete", Trail.DISCRETE, false),
                new Task("masked", Trail.DISCRETE, true),
                new Task("box", Trail.BOX, false));
    }

    private ChunkRunner runner(EnvironmentSpec spec, int slots) {
        return runner(spec, false, slots);
    }

    private ChunkRunner runner(EnvironmentSpec spec, boolean masked, int slots) {
        return new ChunkRunner(0, Trail.vector(spec, masked, slots, log), true, STREAMS);
    }

    private static Rollout run(ChunkRunner runner, Actor actor, Horizon horizon) {
        return Rollout.of(Trail.DISCRETE, runner.run(actor, horizon, START));
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void givesWhatAPlainLoopOverSingleEnvironmentsGives(Task task) {
        Wanderer actor = new Wanderer(task.spec(), 0.5f);
        PlainLoop loop = new PlainLoop(task.spec(), task.masked(), STREAMS, 4);
        try (ChunkRunner runner = runner(task.spec(), task.masked(), 4)) {
            for (Horizon horizon : HORIZONS) {
                Rollout rollout = Rollout.of(task.spec(), runner.run(actor, horizon, START));
                assertThat(Recording.of(task.spec(), rollout))
                        .as("%s", horizon)
                        .isEqualTo(loop.collect(actor, horizon, START));
            }
        }
    }

    /** What a slot chose is what it is shown next, so rows and places of the parts are where they belong. */
    @ParameterizedTest
    @MethodSource("composedSpaces")
    void carriesActionsOfSeveralNumbers(Space space) {
        EnvironmentFactory echo = EchoEnvironment.factory(new EchoEnvironment.Settings(space, 6));
        int features = space.flatSize();
        try (ChunkRunner runner = new ChunkRunner(0, echo.createVector(3), true, STREAMS)) {
            Rollout rollout = Rollout.of(echo.spec(), runner.run(new Sampling(space), Horizon.steps(20), START));
            for (Segment segment : rollout.segments()) {
                for (int row = segment.from(); row + 1 < segment.to(); row++) {
                    assertThat(Arrays.copyOfRange(
                                    rollout.observations().floats(), (row + 1) * features, (row + 2) * features))
                            .isEqualTo(space.flat(rollout.actions().get(row)));
                }
            }
            assertThat(rollout.rows()).isEqualTo(60);
            assertThat(rollout.finished()).hasSize(9);
        }
    }

    static Stream<Space> composedSpaces() {
        return Stream.of(
                MultiDiscrete.of(new int[] {3, 2, 4}, new int[] {0, -1, 5}),
                new MultiBinary(5),
                Tuple.of(new Discrete(3), Box.of(-1, 1, 2), new MultiBinary(2)));
    }

    /** Draws an allowed action. */
    private record Sampling(Space space) implements Actor {

        @Override
        public void act(ActRequest in, Actions out) {
            int choices = space.choices();
            for (int row = 0; row < in.rows(); row++) {
                NumpyGenerator random = (NumpyGenerator) in.random().row(row);
                boolean[] mask = new boolean[choices];
                for (int choice = 0; choice < choices; choice++) {
                    mask[choice] = in.masks().allows(row, choice);
                }
                out.set(row, in.masks().isAll() ? space.sample(random) : space.sample(random, mask));
            }
        }

        @Override
        public void state(State s) {}
    }

    @Test
    void numbersItsSlotsFromTheFirst() {
        Wanderer actor = new Wanderer(Trail.DISCRETE, 0);
        try (ChunkRunner whole = runner(Trail.DISCRETE, 5);
                ChunkRunner part = new ChunkRunner(3, Trail.vector(Trail.DISCRETE, false, 2, log), true, STREAMS)) {
            for (Horizon horizon : HORIZONS) {
                var ofWhole = whole.run(actor, horizon, START).subList(3, 5);
                assertThat(Recording.of(Trail.DISCRETE, run(part, actor, horizon)))
                        .isEqualTo(Recording.of(Trail.DISCRETE, Rollout.of(Trail.DISCRETE, ofWhole)));
            }
        }
    }

    @Test
    void anEpisodeGoesOnInTheNextRollout() {
        Wanderer actor = new Wanderer(Trail.DISCRETE, 0);
        List<Segment> segments = new ArrayList<>();
        List<FinishedEpisode> finished = new ArrayList<>();
        List<Double> rewards = new ArrayList<>();
        try (ChunkRunner runner = runner(Trail.DISCRETE, 1)) {
            while (finished.isEmpty()) {
                Rollout rollout = run(runner, actor, Horizon.steps(1));
                segments.addAll(rollout.segments());
                finished.addAll(rollout.finished());
                rewards.add(rollout.rewards()[0]);
            }
            segments.addAll(run(runner, actor, Horizon.steps(1)).segments());
        }
        int length = finished.get(0).length();
        assertThat(length).as("an episode over several rollouts").isGreaterThan(1);
        assertThat(rewards).hasSize(length);
        assertThat(finished.get(0).episodeReturn())
                .isCloseTo(rewards.stream().mapToDouble(r -> r).sum(), within(1e-12));
        assertThat(segments.subList(0, length - 1)).allMatch(segment -> segment.end() == End.CUT);
        assertThat(segments.get(length - 1).end()).isNotEqualTo(End.CUT);
        assertThat(segments.stream().map(Segment::startsEpisode))
                .containsExactlyElementsOf(IntStream.rangeClosed(0, length)
                        .mapToObj(i -> i == 0 || i == length)
                        .toList());
    }

    @Test
    void anEpisodeOfEachSlotHasASeedOfItsOwn() {
        try (ChunkRunner runner = runner(Trail.DISCRETE, 2)) {
            run(runner, new Wanderer(Trail.DISCRETE, 0), Horizon.episodes(3));
        }
        assertThat(log.seeds)
                .containsExactlyInAnyOrderElementsOf(LongStream.rangeClosed(0, 3)
                        .boxed()
                        .flatMap(episode -> Stream.of(STREAMS.episodeSeed(0, episode), STREAMS.episodeSeed(1, episode)))
                        .toList())
                .doesNotHaveDuplicates();
    }

    @Test
    void aSlotThatRestsTakesNoStepAndNoRow() {
        Wanderer actor = new Wanderer(Trail.DISCRETE, 0);
        try (ChunkRunner runner = runner(Trail.DISCRETE, 3)) {
            Rollout rollout = run(runner, actor, Horizon.episodes(1));

            int[] lengths =
                    rollout.segments().stream().mapToInt(Segment::length).toArray();
            assertThat(Arrays.stream(lengths).distinct().count())
                    .as("slots that rest at different times")
                    .isGreaterThan(1);
            assertThat(actor.requests)
                    .extracting(ActRequest::rows)
                    .containsExactlyElementsOf(IntStream.range(
                                    0, Arrays.stream(lengths).max().orElseThrow())
                            .map(t -> (int) Arrays.stream(lengths)
                                    .filter(length -> t < length)
                                    .count())
                            .boxed()
                            .toList());
            assertThat(log.actions).hasSize(rollout.rows());
            assertThat(log.seeds).as("resets").hasSize(6);
        }
    }

    @Test
    void whatTheActorDrawsDoesNotReachTheEnvironment() {
        try (ChunkRunner thrifty = runner(Trail.DISCRETE, 2);
                ChunkRunner greedy = runner(Trail.DISCRETE, 2)) {
            Rollout few = run(thrifty, new Drawer(1), Horizon.steps(50));
            Rollout many = run(greedy, new Drawer(17), Horizon.steps(50));

            assertThat(many.observations().floats())
                    .isEqualTo(few.observations().floats());
            assertThat(many.rewards()).isEqualTo(few.rewards());
        }
    }

    /** Draws some numbers, and does the same whatever they are. */
    private record Drawer(int numbers) implements Actor {
        @Override
        public void act(ActRequest in, Actions out) {
            for (int row = 0; row < in.rows(); row++) {
                for (int i = 0; i < numbers; i++) {
                    in.random().row(row).nextDouble();
                }
                out.integers()[row] = 1;
            }
        }

        @Override
        public void state(State s) {}
    }

    @Test
    void actsFromAStreamOfItsOwnInEachEpisode() {
        List<List<Double>> drawn = new ArrayList<>();
        Actor actor = new Actor() {
            @Override
            public void act(ActRequest in, Actions out) {
                if (in.observations().floats()[1] == 0) {
                    drawn.add(new ArrayList<>());
                }
                drawn.get(drawn.size() - 1).add(in.random().row(0).nextDouble());
                out.integers()[0] = 2;
            }

            @Override
            public void state(State s) {}
        };
        try (ChunkRunner runner = runner(Trail.DISCRETE, 1)) {
            run(runner, actor, Horizon.episodes(4));
        }
        assertThat(drawn).hasSize(4);
        for (int episode = 0; episode < 4; episode++) {
            NumpyGenerator stream = new NumpyGenerator(0);
            STREAMS.reseedAct(stream, 0, episode);
            assertThat(drawn.get(episode))
                    .containsExactlyElementsOf(DoubleStream.generate(stream::nextDouble)
                            .limit(drawn.get(episode).size())
                            .boxed()
                            .toList());
        }
    }

    @Test
    void memoryIsZeroWhereAnEpisodeStartsAndStaysFromStepToStep() {
        List<float[]> counts = new ArrayList<>();
        Actor counter = new Actor() {
            @Override
            public int memorySize() {
                return 2;
            }

            @Override
            public void act(ActRequest in, Actions out) {
                for (int row = 0; row < in.rows(); row++) {
                    counts.add(new float[] {in.observations().floats()[4 * row + 1], in.memory()[2 * row]});
                    assertThat(in.memory()[2 * row + 1]).isEqualTo(-in.memory()[2 * row]);
                    in.memory()[2 * row]++;
                    in.memory()[2 * row + 1]--;
                    out.integers()[row] = 3;
                }
            }

            @Override
            public void state(State s) {}
        };
        try (ChunkRunner runner = runner(Trail.DISCRETE, false, 3)) {
            HORIZONS.forEach(horizon -> runner.run(counter, horizon, START));
        }
        assertThat(counts)
                .hasSizeGreaterThan(600)
                .allSatisfy(count -> assertThat(count[1])
                        .as("what is remembered, in step %s of the episode", count[0])
                        .isEqualTo(count[0]));
    }

    @Test
    void aBoxGetsTheActionInsideItsBoundsAndTheRolloutKeepsIt() {
        Box box = (Box) Trail.BOX.actionSpace();
        Wanderer actor = new Wanderer(Trail.BOX, 0);
        try (ChunkRunner runner = runner(Trail.BOX, 1)) {
            Rollout rollout = Rollout.of(Trail.BOX, runner.run(actor, Horizon.steps(60), START));

            int outside = 0;
            for (int row = 0; row < 60; row++) {
                for (int i = 0; i < 2; i++) {
                    float chosen = rollout.actions().reals()[2 * row + i];
                    assertThat(log.actions.get(row).real(i)).isEqualTo(box.clip(i, chosen));
                    outside += chosen == box.clip(i, chosen) ? 0 : 1;
                }
            }
            assertThat(outside).as("actions that had to be clipped").isPositive();
        }
    }

    @Test
    void theActorGetsMasksOnlyWhereSomethingIsForbidden() {
        Wanderer actor = new Wanderer(Trail.DISCRETE, 0);
        try (ChunkRunner runner = runner(Trail.DISCRETE, true, 2)) {
            Rollout rollout = run(runner, actor, Horizon.episodes(12));

            int forbidding = 0;
            for (ActRequest request : actor.requests) {
                List<Boolean> expected = new ArrayList<>();
                for (int row = 0; row < request.rows(); row++) {
                    boolean even = request.observations().floats()[4 * row] % 2 == 0;
                    int step = (int) request.observations().floats()[4 * row + 1];
                    IntStream.range(0, 3).forEach(c -> expected.add(!even || c != step % 3));
                }
                if (expected.contains(false)) {
                    forbidding++;
                    assertThat(request.masks()).isEqualTo(Masks.of(primitive(expected), 3));
                } else {
                    assertThat(request.masks()).isSameAs(Masks.ALL);
                }
            }
            assertThat(forbidding).isBetween(1, actor.requests.size() - 1);
            assertThat(rollout.masks().isAll()).isFalse();
        }
        log.actions.clear();
        try (ChunkRunner runner = runner(Trail.DISCRETE, false, 2)) {
            assertThat(run(runner, actor, Horizon.steps(9)).masks()).isSameAs(Masks.ALL);
        }
    }

    private static boolean[] primitive(List<Boolean> values) {
        boolean[] array = new boolean[values.size()];
        IntStream.range(0, array.length).forEach(i -> array[i] = values.get(i));
        return array;
    }

    @Test
    void tellsTheActorHowFarTrainingIsAndWhetherToExplore() {
        Wanderer actor = new Wanderer(Trail.DISCRETE, 0);
        Progress half = new Progress(500, 1000);
        try (ChunkRunner greedy = new ChunkRunner(0, Trail.vector(Trail.DISCRETE, false, 1, log), false, STREAMS)) {
            greedy.run(actor, Horizon.steps(3), half);
        }
        assertThat(actor.requests)
                .hasSize(3)
                .allMatch(request -> request.progress().equals(half) && !request.explore());

        try (ChunkRunner exploring = runner(Trail.DISCRETE, 1)) {
            exploring.run(actor, Horizon.steps(3), START);
        }
        assertThat(actor.requests.subList(3, 6)).allMatch(ActRequest::explore);
    }

    @Test
    void closesItsEnvironment() {
        ChunkRunner runner = runner(Trail.DISCRETE, 3);
        runner.close();
        assertThat(log.closed).isEqualTo(3);
        runner.close();
    }
}
