package org.ascentrl.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.ascentrl.actor.ActRequest;
import org.ascentrl.actor.Actor;
import org.ascentrl.actor.PolicyActor;
import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.env.space.Actions;
import org.ascentrl.env.space.Masks;
import org.ascentrl.experience.Extra;
import org.ascentrl.experience.Horizon;
import org.ascentrl.experience.Minibatch;
import org.ascentrl.experience.Progress;
import org.ascentrl.experience.Rollout;
import org.ascentrl.experience.Segment;
import org.ascentrl.experience.Segment.End;
import org.ascentrl.policy.Policy;
import org.ascentrl.random.NumpyGenerator;
import org.ascentrl.random.Streams;
import org.ascentrl.state.Snapshot;
import org.ascentrl.state.State;
import org.ascentrl.tensor.Tensors;
import org.ascentrl.testing.Mlp;
import org.ascentrl.testing.ReferenceBackend;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The {@linkplain Extra extras} that rollouts record. */
class ExtrasTest {

    private static final Set<Extra> ALL = EnumSet.allOf(Extra.class);
    private static final Streams STREAMS = new Streams(5);
    private static final Progress START = new Progress(0, 1000);
    private static final int SLOTS = 5;
    private static final List<Horizon> HORIZONS =
            List.of(Horizon.steps(3), Horizon.episodes(2), Horizon.steps(70), Horizon.episodes(1));

    private static LocalCollector collector(EnvironmentSpec spec, Supplier<Actor> actors, int chunk, int threads) {
        return new LocalCollector(new CollectorSetup(
                spec,
                slots -> Trail.vector(spec, spec.equals(Trail.DISCRETE), slots, new Trail.Log()),
                actors,
                STREAMS,
                SLOTS,
                chunk,
                threads,
                ""));
    }

    /** Noise that stays for some steps is the memory of the policy for Box actions. */
    private static Policy policy(EnvironmentSpec spec, Tensors tensors) {
        Mlp mlp = spec.equals(Trail.BOX) ? Mlp.tanh(4).stateDependent(-1, 3) : Mlp.tanh(4);
        return mlp.networks(spec, tensors).policy(new NumpyGenerator(1));
    }

    private static Actor actor(EnvironmentSpec spec) {
        Tensors tensors = Tensors.on(new ReferenceBackend());
        return new PolicyActor(policy(spec, tensors), tensors);
    }

    @ParameterizedTest(name = "chunks of {0} on {1} threads")
    @CsvSource({"5, 1", "2, 1", "2, 3", "1, 2"})
    void logProbsAreThoseOfThePolicyThatActed(int chunk, int threads) {
        for (EnvironmentSpec spec : List.of(Trail.DISCRETE, Trail.BOX)) {
            Tensors tensors = Tensors.on(new ReferenceBackend());
            Policy policy = policy(spec, tensors);
            Actor acting = new PolicyActor(policy, tensors);
            try (Collector collector = collector(spec, () -> actor(spec), chunk, threads)) {
                for (Horizon horizon : HORIZONS) {
                    Rollout tau = collector.collect(acting, horizon, ALL, START);
                    double[] expected = tensors.noGrad(() -> policy.distribution(tau.observations(), tau.masks())
                                    .logProb(tau.actions()))
                            .toDoubles();
                    assertThat(tau.logProbs()).as("%s", horizon).containsExactly(expected);
                    assertThat(Arrays.stream(expected).distinct().count())
                            .as("different ones")
                            .isGreaterThan(2);
                }
            }
        }
    }

    @ParameterizedTest(name = "chunks of {0} on {1} threads")
    @CsvSource({"5, 1", "2, 3"})
    void changeNothingElse(int chunk, int threads) {
        for (EnvironmentSpec spec : List.of(Trail.DISCRETE, Trail.BOX)) {
            Actor actor = actor(spec);
            try (Collector plain = collector(spec, () -> actor(spec), chunk, threads);
                    Collector recording = collector(spec, () -> actor(spec), chunk, threads)) {
                for (Horizon horizon : HORIZONS) {
                    assertThat(Recording.of(spec, recording.collect(actor, horizon, ALL, START)))
                            .as("%s", horizon)
                            .isEqualTo(Recording.of(spec, plain.collect(actor, horizon, START)));
                }
                assertThat(Snapshot.of(recording)).isEqualTo(Snapshot.of(plain));
            }
        }
    }

    /** Remembers how many steps of the episode it has seen, and the negative of it. */
    private static final class Counter implements Actor {

        private final List<double[]> asked = new ArrayList<>();

        @Override
        public int memorySize() {
            return 2;
        }

        @Override
        public void act(ActRequest in, Actions out) {
            asked.add(in.logProbs());
            for (int row = 0; row < in.rows(); row++) {
                in.memory()[2 * row]++;
                in.memory()[2 * row + 1]--;
                out.integers()[row] = in.masks().allows(row, 0) ? 1 : 2;
            }
        }

        @Override
        public void state(State s) {}
    }

    @ParameterizedTest(name = "chunks of {0} on {1} threads")
    @CsvSource({"5, 1", "2, 3"})
    void memoryIsThatBeforeTheFirstStepOfASegment(int chunk, int threads) {
        Set<End> ends = EnumSet.noneOf(End.class);
        boolean goesOn = false;
        try (Collector collector = collector(Trail.DISCRETE, Counter::new, chunk, threads)) {
            for (Horizon horizon : HORIZONS) {
                Rollout tau = collector.collect(new Counter(), horizon, Set.of(Extra.MEMORY), START);
                assertThat(tau.memory()).hasSize(2 * tau.segments().size());
                for (int s = 0; s < tau.segments().size(); s++) {
                    Segment segment = tau.segments().get(s);
                    float step = tau.observations().flat(segment.from())[1];
                    assertThat(tau.memory()[2 * s]).isEqualTo(step);
                    assertThat(tau.memory()[2 * s + 1]).isEqualTo(-step);
                    ends.add(segment.end());
                    goesOn |= !segment.startsEpisode();
                }
            }
        }
        assertThat(ends).containsExactlyInAnyOrder(End.values());
        assertThat(goesOn).as("a segment that goes on with an episode").isTrue();
    }

    @ParameterizedTest(name = "chunks of {0} on {1} threads")
    @CsvSource({"5, 1", "2, 3"})
    void infoArrivesAtItsRows(int chunk, int threads) {
        try (Collector collector = collector(Trail.DISCRETE, Counter::new, chunk, threads)) {
            for (Horizon horizon : HORIZONS) {
                Rollout tau = collector.collect(new Counter(), horizon, Set.of(Extra.INFO), START);
                double[] steps = tau.info().get("step");
                double[] lucky = tau.info().getOrDefault("lucky", new double[0]);
                for (Segment segment : tau.segments()) {
                    for (int row = segment.from(); row < segment.to(); row++) {
                        float[] observed = tau.observations().flat(row);
                        assertThat(steps[row]).isEqualTo(observed[1] + 1);
                    }
                    if (segment.end() != End.CUT) {
                        for (int row = segment.from(); row < segment.to() - 1; row++) {
                            assertThat(lucky[row]).isNaN();
                        }
                        assertThat(lucky[segment.to() - 1]).isIn(0.0, 1.0);
                    }
                }
                assertThat(tau.info()).doesNotContainKey("note");
                assertThat(steps).hasSize(tau.rows());
            }
            assertThat(collector
                            .collect(new Counter(), Horizon.episodes(20), Set.of(Extra.INFO), START)
                            .info()
                            .get("lucky"))
                    .contains(0.0, 1.0);
        }
    }

    @Test
    void aMinibatchSelectsItsRows() {
        try (Collector collector = collector(Trail.DISCRETE, Counter::new, 5, 1)) {
            Rollout tau = collector.collect(new Counter(), Horizon.steps(20), Set.of(Extra.INFO), START);
            for (Minibatch batch : Minibatch.shuffled(tau, 7, new NumpyGenerator(1))) {
                double[] steps = batch.of(tau.info().get("step"));
                for (int row = 0; row < batch.rows(); row++) {
                    assertThat(steps[row]).isEqualTo(batch.observations().flat(row)[1] + 1);
                }
            }
        }
    }

    @Test
    void otherRewardsLeaveThem() {
        try (Collector collector = collector(Trail.BOX, () -> actor(Trail.BOX), 5, 1)) {
            Rollout tau = collector.collect(actor(Trail.BOX), Horizon.steps(4), ALL, START);
            Rollout scaled = tau.withRewards(new double[tau.rows()]);
            assertThat(scaled.logProbs()).isSameAs(tau.logProbs());
            assertThat(scaled.memory()).isSameAs(tau.memory());
            assertThat(scaled.info()).isSameAs(tau.info());
        }
    }

    @Test
    void aResumedCollectorRecordsThemOn() {
        for (EnvironmentSpec spec : List.of(Trail.DISCRETE, Trail.BOX)) {
            Actor actor = actor(spec);
            try (Collector collector = collector(spec, () -> actor(spec), 2, 1);
                    Collector resumed = collector(spec, () -> actor(spec), 2, 1)) {
                collector.collect(actor, Horizon.steps(7), ALL, START);
                Snapshot.of(collector).restore(resumed);
                Rollout expected = collector.collect(actor, Horizon.steps(7), ALL, START);
                Rollout tau = resumed.collect(actor, Horizon.steps(7), ALL, START);
                assertThat(Recording.of(spec, tau)).isEqualTo(Recording.of(spec, expected));
                assertThat(tau.logProbs()).containsExactly(expected.logProbs());
                assertThat(tau.memory()).containsExactly(expected.memory());
                assertThat(tau.info().keySet()).isEqualTo(expected.info().keySet());
                tau.info()
                        .forEach((name, column) -> assertThat(column)
                                .as(name)
                                .containsExactly(expected.info().get(name)));
            }
        }
    }

    @Test
    void whatIsNotAskedForIsNotRecorded() {
        Counter counter = new Counter();
        try (Collector collector = collector(Trail.DISCRETE, Counter::new, 5, 1)) {
            collector.collect(counter, Horizon.steps(2), Set.of(Extra.MEMORY, Extra.INFO), START);
            Rollout tau = collector.collect(counter, Horizon.steps(2), START);
            assertThat(counter.asked).hasSize(4).allMatch(array -> array == counter.asked.get(0) && array.length == 0);
            assertThatIllegalStateException()
                    .isThrownBy(tau::memory)
                    .withMessage("the rollout did not record MEMORY; an algorithm that reads it names it in"
                            + " Algorithm.extras()");
            assertThatIllegalStateException().isThrownBy(tau::logProbs).withMessageContaining("LOG_PROBS");
            assertThatIllegalStateException().isThrownBy(tau::info).withMessageContaining("INFO");
        }
    }

    @Test
    void anActorWithoutLogProbsIsRefused() {
        try (Collector collector = collector(Trail.DISCRETE, Counter::new, 5, 1)) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> collector.collect(new Counter(), Horizon.steps(2), ALL, START))
                    .withMessage("Counter gave no log-probability of its action in slot 0; leave LOG_PROBS out of"
                            + " Algorithm.extras(), or act with an actor that fills ActRequest.logProbs(), as PolicyActor"
                            + " does");
        }
    }

    @Test
    void greedyActionsHaveThemToo() {
        Tensors tensors = Tensors.on(new ReferenceBackend());
        Policy policy = policy(Trail.BOX, tensors);
        try (ChunkRunner greedy =
                new ChunkRunner(0, Trail.vector(Trail.BOX, false, 2, new Trail.Log()), false, STREAMS)) {
            Rollout tau =
                    Rollout.of(Trail.BOX, greedy.run(new PolicyActor(policy, tensors), Horizon.steps(3), ALL, START));
            assertThat(tau.logProbs())
                    .containsExactly(policy.distribution(tau.observations(), Masks.ALL)
                            .logProb(tau.actions())
                            .toDoubles());
        }
    }
}
