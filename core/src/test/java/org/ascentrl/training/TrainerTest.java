package org.ascentrl.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongFunction;
import org.ascentrl.actor.Actor;
import org.ascentrl.algorithm.Algorithm;
import org.ascentrl.algorithm.Metrics;
import org.ascentrl.collect.Collector;
import org.ascentrl.collect.CollectorSetup;
import org.ascentrl.collect.LocalCollector;
import org.ascentrl.collect.Trail;
import org.ascentrl.collect.Wanderer;
import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.experience.Extra;
import org.ascentrl.experience.FinishedEpisode;
import org.ascentrl.experience.Horizon;
import org.ascentrl.experience.Progress;
import org.ascentrl.experience.Rollout;
import org.ascentrl.policy.Model;
import org.ascentrl.random.Streams;
import org.ascentrl.state.State;
import org.ascentrl.tensor.Tensor;
import org.ascentrl.tensor.Tensors;
import org.ascentrl.testing.Bandit;
import org.ascentrl.testing.ReferenceBackend;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

class TrainerTest {

    private static final int SLOTS = 3;

    private final ReferenceBackend backend = new ReferenceBackend();
    private final Tensors tensors = Tensors.on(backend);
    private final List<String> events = new ArrayList<>();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger(Trainer.class);

    @BeforeEach
    void listen() {
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void tidy() {
        logger.detachAppender(log);
        backend.close();
    }

    /** Wants a fixed number of steps of each slot, learns nothing, and reports what it is told to. */
    private final class Idle implements Algorithm {

        private final Actor actor;
        private final int stepsPerSlot;
        private final LongFunction<Metrics> metrics;
        private Set<Extra> extras = Set.of();
        private Map<String, double[]> info = Map.of();
        private long updates;

        Idle(int stepsPerSlot, LongFunction<Metrics> metrics) {
            this(Trail.DISCRETE, stepsPerSlot, metrics);
        }

        Idle(EnvironmentSpec spec, int stepsPerSlot, LongFunction<Metrics> metrics) {
            actor = new Wanderer(spec, 0);
            this.stepsPerSlot = stepsPerSlot;
            this.metrics = metrics;
        }

        @Override
        public Actor actor() {
            return actor;
        }

        @Override
        public List<Model> models() {
            return List.of();
        }

        @Override
        public Horizon horizon(Progress p) {
            events.add("horizon at " + p.steps());
            return Horizon.steps(stepsPerSlot);
        }

        @Override
        public Set<Extra> extras() {
            return extras;
        }

        @Override
        public Metrics update(Rollout fresh, Progress p) {
            info = extras.contains(Extra.INFO) ? fresh.info() : Map.of();
            Tensor rewards = tensors.of(fresh.rewards(), fresh.rows());
            events.add("update at " + p.steps() + " with " + rewards.shape().size());
            return metrics.apply(++updates);
        }

        @Override
        public void state(State s) {}
    }

    private final class Events implements Listener {

        private final String name;

        Events(String name) {
            this.name = name;
        }

        @Override
        public void started(TrainingContext training) {
            events.add(name + " started at " + training.progress().steps());
        }

        @Override
        public void episode(FinishedEpisode episode) {
            events.add(name + " episode of " + episode.length());
        }

        @Override
        public void updated(UpdateReport update) {
            events.add(name + " updated " + update.training().updates() + " at "
                    + update.training().progress().steps());
        }

        @Override
        public void evaluated(Evaluation evaluation) {
            events.add(name + " evaluated " + evaluation.episodes().size());
        }

        @Override
        public void ended(Outcome outcome) {
            events.add(name + " ended " + outcome.getClass().getSimpleName());
        }
    }

    private Trainer trainer(Algorithm algorithm, EnvironmentSpec spec, long budget, Listener... listeners) {
        Collector collector = new LocalCollector(new CollectorSetup(
                spec,
                slots -> spec.equals(Trail.DISCRETE)
                        ? Trail.vector(spec, false, slots, new Trail.Log())
                        : Bandit.factory(ONE_ARM).createVector(slots),
                () -> {
                    throw new AssertionError("one chunk");
                },
                new Streams(1),
                SLOTS,
                SLOTS,
                1,
                ""));
        return new Trainer(algorithm, collector, tensors, spec, budget, Arrays.asList(listeners));
    }

    private static final Bandit.Settings ONE_ARM = new Bandit.Settings(1, 0);
    private static final EnvironmentSpec ONE_ARMED = Bandit.factory(ONE_ARM).spec();

    @Test
    void collectsTheExtrasThatTheAlgorithmAsksFor() {
        Idle idle = new Idle(2, n -> Metrics.none());
        idle.extras = Set.of(Extra.INFO);
        trainer(idle, Trail.DISCRETE, 2 * SLOTS).train();
        assertThat(idle.info.get("step")).hasSize(2 * SLOTS).contains(1, 2);
    }

    private List<String> logged() {
        return log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    @Test
    void collectsAndUpdatesAndCallsEachListenerInOrder() {
        TrainingContext result = trainer(
                        new Idle(2, n -> Metrics.none()), Trail.DISCRETE, 12, new Events("a"), new Events("b"))
                .train();

        assertThat(events)
                .containsExactly(
                        "a started at 0",
                        "b started at 0",
                        "horizon at 0",
                        "update at 0 with 6",
                        "a updated 1 at 6",
                        "b updated 1 at 6",
                        "horizon at 6",
                        "update at 6 with 6",
                        "a episode of 4",
                        "b episode of 4",
                        "a updated 2 at 12",
                        "b updated 2 at 12",
                        "a ended Done",
                        "b ended Done");
        assertThat(result.progress()).isEqualTo(new Progress(12, 12));
        assertThat(result.updates()).isEqualTo(2);
        assertThat(logged()).isEmpty();
    }

    @Test
    void saysByHowMuchItOvershootsItsBudget() {
        TrainingContext result =
                trainer(new Idle(2, n -> Metrics.none()), Trail.DISCRETE, 13).train();

        assertThat(result.progress().steps()).isEqualTo(18);
        assertThat(logged()).containsExactly("5 steps over the budget: the last rollout ran to its end");
    }

    @Test
    void stopsAfterTheUpdateInWhichAListenerAsksToStop() {
        Listener stop = new Listener() {
            @Override
            public void updated(UpdateReport update) {
                if (update.training().updates() == 3) {
                    update.training().requestStop();
                }
            }
        };
        TrainingContext result = trainer(
                        new Idle(1, n -> Metrics.none()), Trail.DISCRETE, 1000, stop, new Events("last"))
                .train();

        assertThat(result.progress().steps()).isEqualTo(9);
        assertThat(events).endsWith("last updated 3 at 9", "last ended Stopped");
        assertThat(logged()).isEmpty();
    }

    @Test
    void doesNothingWhereAListenerAsksToStopAtOnce() {
        Listener stop = new Listener() {
            @Override
            public void started(TrainingContext context) {
                context.requestStop();
            }
        };
        TrainingContext result = trainer(new Idle(1, n -> Metrics.none()), Trail.DISCRETE, 1000, stop)
                .train();

        assertThat(result.updates()).isZero();
        assertThat(result.stepsPerSecond()).isZero();
        assertThat(events).isEmpty();
    }

    @Test
    void stopsWhereSolved() {
        TrainingContext result = trainer(
                        new Idle(ONE_ARMED, 20, n -> Metrics.none()),
                        ONE_ARMED,
                        6000,
                        new StopWhenSolved(),
                        new Events("a"))
                .train();

        assertThat(result.progress().steps())
                .as("the first update after 100 episodes of one step, 60 at a time")
                .isEqualTo(120);
        assertThat(result.solvedAtStep()).hasValue(120);
        assertThat(events).endsWith("a ended Done");
    }

    @Test
    void tellsOfEachEpisodeBeforeTheUpdate() {
        trainer(new Idle(ONE_ARMED, 1, n -> Metrics.none()), ONE_ARMED, 3, new Events("a"))
                .train();

        assertThat(events)
                .containsExactly(
                        "a started at 0",
                        "horizon at 0",
                        "update at 0 with 3",
                        "a episode of 1",
                        "a episode of 1",
                        "a episode of 1",
                        "a updated 1 at 3",
                        "a ended Done");
    }

    /** Fails where it is told to. */
    private static Listener failing(String where) {
        return new Listener() {
            @Override
            public void started(TrainingContext training) {
                fail("started");
            }

            @Override
            public void updated(UpdateReport update) {
                fail("updated");
            }

            @Override
            public void ended(Outcome outcome) {
                fail("ended");
            }

            private void fail(String here) {
                if (where.contains(here)) {
                    throw new IllegalStateException(where);
                }
            }
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"started", "updated"})
    void aListenerThatFailsEndsTrainingAndAllHearOfIt(String where) {
        assertThatThrownBy(() -> trainer(
                                new Idle(1, n -> Metrics.none()),
                                Trail.DISCRETE,
                                30,
                                new Events("a"),
                                failing(where),
                                new Events("b"))
                        .train())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(where);
        assertThat(events).endsWith("a ended Failed", "b ended Failed").doesNotContain("b updated 1 at 3");
    }

    @Test
    void aListenerThatFailsAtTheEndKeepsNoOtherFromIt() {
        assertThatThrownBy(() -> trainer(
                                new Idle(1, n -> Metrics.none()),
                                Trail.DISCRETE,
                                3,
                                failing("ended"),
                                new Events("a"),
                                failing("ended too"),
                                new Events("b"))
                        .train())
                .hasMessage("ended")
                .satisfies(e -> assertThat(e.getSuppressed())
                        .singleElement()
                        .satisfies(another -> assertThat(another).hasMessage("ended too")));
        assertThat(events).endsWith("a ended Done", "b ended Done");
    }

    @Test
    void theFirstFailureIsTheOneThatIsThrown() {
        assertThatThrownBy(() -> trainer(
                                new Idle(1, n -> Metrics.of("loss", Double.NaN)),
                                Trail.DISCRETE,
                                3,
                                failing("ended"),
                                new Events("a"))
                        .train())
                .isInstanceOf(ArithmeticException.class)
                .satisfies(e -> assertThat(e.getSuppressed()).hasSize(1));
        assertThat(events).endsWith("a ended Failed");
    }

    @Test
    void goesOnWhereSolvedUnlessToldToStop() {
        TrainingContext result = trainer(new Idle(ONE_ARMED, 20, n -> Metrics.none()), ONE_ARMED, 600)
                .train();

        assertThat(result.progress().steps()).isEqualTo(600);
        assertThat(result.solvedAtStep()).hasValue(120);
    }

    @Test
    void doesNotStopWhereThereIsNoThreshold() {
        TrainingContext result = trainer(new Idle(200, n -> Metrics.none()), Trail.DISCRETE, 1800, new StopWhenSolved())
                .train();

        assertThat(result.progress().steps()).isEqualTo(1800);
        assertThat(result.episodes()).isGreaterThan(100);
        assertThat(result.solvedAtStep()).isEmpty();
    }

    @Test
    void failsWhereAMetricIsNotFinite() {
        for (double wrong : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
            events.clear();
            Idle diverging = new Idle(1, n -> Metrics.of("entropy", 1, "loss", n == 3 ? wrong : 0));
            assertThatThrownBy(() -> trainer(diverging, Trail.DISCRETE, 1000, new Events("a"))
                            .train())
                    .isInstanceOf(ArithmeticException.class)
                    .hasMessage("update 3: loss is " + wrong
                            + ": training diverged. Try a lower learning rate, or clip the gradient");
            assertThat(events).endsWith("update at 6 with 3", "a ended Failed").contains("a updated 2 at 6");
        }
    }

    @Test
    void freesWhatAnUpdateMade() {
        trainer(new Idle(1, n -> Metrics.none()), Trail.DISCRETE, 30).train();
        assertThat(backend.liveStorages()).isZero();

        assertThatThrownBy(() -> trainer(new Idle(1, n -> Metrics.of("loss", Double.NaN)), Trail.DISCRETE, 30)
                        .train())
                .isInstanceOf(ArithmeticException.class);
        assertThat(backend.liveStorages()).isZero();
    }

    @Test
    void countsTimeAndSpeed() {
        TrainingContext result =
                trainer(new Idle(1, n -> Metrics.none()), Trail.DISCRETE, 30).train();

        assertThat(result.seconds()).isPositive();
        assertThat(result.stepsPerSecond()).isEqualTo(30 / result.seconds());
    }
}
