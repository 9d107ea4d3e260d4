package org.ascentrl.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.ascentrl.actor.ActRequest;
import org.ascentrl.actor.Actor;
import org.ascentrl.algorithm.Algorithm;
import org.ascentrl.algorithm.AlgorithmSetup;
import org.ascentrl.algorithm.Metrics;
import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.env.space.Actions;
import org.ascentrl.env.space.Masks;
import org.ascentrl.env.space.Observations;
import org.ascentrl.experience.Extra;
import org.ascentrl.experience.Progress;
import org.ascentrl.experience.Rollout;
import org.ascentrl.optim.Adam;
import org.ascentrl.optim.AdamSettings;
import org.ascentrl.optim.Optimizer;
import org.ascentrl.policy.network.GaussianSettings;
import org.ascentrl.random.NumpyGenerator;
import org.ascentrl.random.RowRandom;
import org.ascentrl.random.Streams;
import org.ascentrl.state.Snapshot;
import org.ascentrl.tensor.Parameter;
import org.ascentrl.tensor.TensorBackend;
import org.ascentrl.tensor.Tensors;
import org.ascentrl.testing.Mlp;
import org.ascentrl.testing.ReferenceBackend;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The contract of every {@link Algorithm}: the rules A01 to A12 of {@code core/SPI.md}. Extend it, once for each
 * settings that matter, and give {@link #algorithm}.
 */
public abstract class AlgorithmTck {

    private static final int UPDATES = 3;
    private static final int EVALUATED = 200;
    private static final long SEED = 1;

    private final List<AlgorithmRun> opened = new ArrayList<>();

    /** Returns a new algorithm, with settings with which it learns the toy tasks. */
    protected abstract Algorithm algorithm(AlgorithmSetup setup);

    /** The tasks that it suits, at least one. */
    protected Set<ToyTask> tasks() {
        return EnumSet.allOf(ToyTask.class);
    }

    /** The budget of steps to learn a task in. */
    protected long steps(ToyTask task) {
        return task.steps();
    }

    /** Returns the place where its updates use action masks, if it suits {@link ToyTask#MASKED_BANDIT}. */
    protected MasksIn masksIn() {
        return MasksIn.LOG_PROBABILITIES;
    }

    /** The networks that it is tested with. */
    protected Mlp networks() {
        return Mlp.tanh(16).logStd(-0.5);
    }

    /** Networks that explore with {@linkplain GaussianSettings.Noise#STATE_DEPENDENT state-dependent noise}. */
    protected static Mlp withStateDependentNoise() {
        return Mlp.tanh(16).stateDependent(-1, 4);
    }

    protected Optimizer optimizer(List<Parameter> parameters, Tensors tensors) {
        return new Adam(new AdamSettings(0.9, 0.999, 1e-5, 0.5), parameters, tensors);
    }

    /** A new backend of the calling thread, which is closed after the test. */
    protected TensorBackend backend() {
        return new ReferenceBackend();
    }

    private AlgorithmRun run(Supplier<TensorBackend> backends, ToyTask task, long seed, int chunk, int threads) {
        return run(networks(), backends, task, seed, chunk, threads);
    }

    private AlgorithmRun run(
            Mlp networks, Supplier<TensorBackend> backends, ToyTask task, long seed, int chunk, int threads) {
        AlgorithmRun run = new AlgorithmRun(
                task,
                steps(task),
                backends,
                (tensors, random) -> algorithm(networks, task, tensors, random),
                new Streams(seed),
                chunk,
                threads);
        opened.add(run);
        return run;
    }

    private Algorithm algorithm(Mlp networks, ToyTask task, Tensors tensors, Streams random) {
        AlgorithmSetup setup = new AlgorithmSetup(
                task.spec(),
                tensors,
                networks.networks(task.spec(), tensors),
                parameters -> optimizer(parameters, tensors),
                random);
        return algorithm(setup);
    }

    private AlgorithmRun run(ToyTask task, long seed) {
        return run(this::backend, task, seed, AlgorithmRun.SLOTS, 1);
    }

    private AlgorithmRun run(long seed) {
        return run(task(), seed);
    }

    /** The one with the largest budget: its episodes have several steps. */
    private ToyTask task() {
        return tasks().stream().max(Comparator.comparingLong(ToyTask::steps)).orElseThrow();
    }

    @AfterEach
    void close() {
        opened.forEach(AlgorithmRun::close);
    }

    @Test
    @DisplayName("A01 the actor is the same each time")
    void a01Actor() {
        AlgorithmRun run = run(SEED);
        Actor actor = run.algorithm().actor();
        run.updates(2);
        assertThat(run.algorithm().actor()).as("A01").isSameAs(actor);
    }

    @Test
    @DisplayName("A02 metrics are finite, and some are reported")
    void a02Metrics() {
        AlgorithmRun run = run(SEED);
        Set<String> names = new HashSet<>();
        while (!run.progress().done()) {
            Metrics metrics = run.update(run.collect());
            names.addAll(metrics.asMap().keySet());
            metrics.asMap()
                    .forEach((name, value) ->
                            assertThat(value).as("A02 %s", name).isFinite());
        }
        assertThat(names).as("A02").isNotEmpty();
    }

    @Test
    @DisplayName("A03 the same seed gives the same bits, another seed others")
    void a03Repeatable() {
        AlgorithmRun first = run(SEED);
        AlgorithmRun second = run(SEED);
        AlgorithmRun other = run(SEED + 1);
        assertThat(other.sha256()).as("A03 before").isNotEqualTo(first.sha256());
        for (AlgorithmRun run : List.of(first, second, other)) {
            run.updates(UPDATES);
        }
        assertThat(second.sha256()).as("A03").isEqualTo(first.sha256());
        assertThat(other.sha256()).as("A03").isNotEqualTo(first.sha256());
    }

    /** All are restored: a backend that computes with more bits than are saved has to round. */
    @TestFactory
    @DisplayName("A04 restored into a new instance, also one of another seed, it goes on with the same bits")
    Stream<DynamicTest> a04Restored() {
        return tasks().stream().map(task -> dynamicTest("A04 it goes on with " + task, () -> goesOn(task)));
    }

    private void goesOn(ToyTask task) {
        AlgorithmRun run = run(task, SEED);
        run.updates(UPDATES);
        Snapshot saved = Snapshot.of(run.algorithm());
        AlgorithmRun same = run(task, SEED);
        AlgorithmRun other = run(task, SEED + 1);
        for (AlgorithmRun each : List.of(run, same, other)) {
            saved.restore(each.algorithm());
            each.resumeAt(run.progress());
            assertThat(each.sha256()).as("A04 restored").isEqualTo(saved.sha256());
        }
        for (int i = 1; i <= UPDATES; i++) {
            Rollout fresh = run.collect();
            Metrics metrics = run.update(fresh);
            for (AlgorithmRun each : List.of(same, other)) {
                assertThat(each.update(fresh).asMap()).as("A04 update %d", i).isEqualTo(metrics.asMap());
                assertThat(each.sha256()).as("A04 update %d", i).isEqualTo(run.sha256());
            }
        }
    }

    @Test
    @DisplayName("A05 to act and to say the horizon changes nothing")
    void a05ActingChangesNothing() {
        AlgorithmRun run = run(SEED);
        run.updates(1);
        String before = run.sha256();
        run.collect();
        run.evaluate(2);
        assertThat(run.sha256()).as("A05").isEqualTo(before);
        assertThat(run.algorithm().horizon(run.progress()))
                .as("A05")
                .isEqualTo(run.algorithm().horizon(run.progress()));
    }

    @Test
    @DisplayName("A06 an actor that gets the state of another acts alike")
    void a06Actors() {
        AlgorithmRun run = run(SEED);
        run.updates(UPDATES);
        AlgorithmRun other = run(SEED + 1);
        Snapshot saved = Snapshot.of(run.algorithm().actor());
        saved.restore(run.algorithm().actor());
        saved.restore(other.algorithm().actor());
        for (boolean explore : new boolean[] {true, false}) {
            assertThat(act(other, run.progress(), explore)).as("A06").isEqualTo(act(run, run.progress(), explore));
        }
    }

    private static List<String> act(AlgorithmRun run, Progress p, boolean explore) {
        EnvironmentSpec spec = run.task().spec();
        int rows = 20;
        NumpyGenerator random = new NumpyGenerator(5);
        float[] observations = new float[rows * spec.observationSpace().flatSize()];
        for (int i = 0; i < observations.length; i++) {
            observations[i] = (float) random.standardNormal();
        }
        Actor actor = run.algorithm().actor();
        Actions out = Actions.of(spec.actionSpace(), rows);
        actor.act(
                new ActRequest(
                        Observations.of(spec.observationSpace(), observations),
                        Masks.ALL,
                        new float[rows * actor.memorySize()],
                        RowRandom.shared(random),
                        p,
                        explore),
                out);
        return Stream.iterate(0, row -> row + 1)
                .limit(rows)
                .map(row -> out.get(row).toString())
                .toList();
    }

    @Test
    @DisplayName("A07 the number of threads that collect changes nothing")
    void a07Threads() {
        Set<String> states = new HashSet<>();
        for (int threads : new int[] {1, 2, 4}) {
            AlgorithmRun run = run(this::backend, task(), SEED, 1, threads);
            run.updates(UPDATES);
            states.add(run.sha256());
        }
        assertThat(states).as("A07").hasSize(1);
    }

    @Test
    @DisplayName("A08 an update leaves the rollout as it is")
    void a08RolloutStays() {
        for (ToyTask task : tasks()) {
            AlgorithmRun run = run(task, SEED);
            for (int i = 0; i < UPDATES; i++) {
                Rollout fresh = run.collect();
                Set<Extra> extras = run.algorithm().extras();
                String before = text(fresh, extras);
                run.update(fresh);
                assertThat(text(fresh, extras)).as("A08 %s", task).isEqualTo(before);
            }
        }
    }

    private static String text(Rollout tau, Set<Extra> extras) {
        String all = text(tau);
        if (extras.contains(Extra.MEMORY)) {
            all += Arrays.toString(tau.memory());
        }
        if (extras.contains(Extra.LOG_PROBS)) {
            all += Arrays.toString(tau.logProbs());
        }
        if (extras.contains(Extra.INFO)) {
            all += Arrays.deepToString(tau.info().values().toArray());
        }
        return all;
    }

    private static String text(Rollout tau) {
        return Arrays.toString(tau.observations().floats())
                + Arrays.toString(tau.finalObservations().floats())
                + Arrays.toString(tau.actions().integers())
                + Arrays.toString(tau.actions().reals())
                + tau.masks()
                + Arrays.toString(tau.rewards())
                + tau.segments();
    }

    @Test
    @DisplayName("A09 an update leaves no storages behind")
    void a09LeavesNothing() {
        ReferenceBackend backend = new ReferenceBackend();
        AlgorithmRun run = run(() -> backend, task(), SEED, AlgorithmRun.SLOTS, 1);
        run.updates(1);
        int live = backend.liveStorages();
        run.updates(UPDATES);
        Snapshot.of(run.algorithm()).restore(run.algorithm());
        assertThat(backend.liveStorages()).as("A09").isEqualTo(live);
    }

    @TestFactory
    @DisplayName("A10 it learns")
    Stream<DynamicTest> a10Learns() {
        return tasks().stream().map(task -> dynamicTest("A10 it learns " + task, () -> learns(task)));
    }

    private void learns(ToyTask task) {
        AlgorithmRun run = run(task, SEED);
        run.train();
        assertThat(run.evaluate(EVALUATED)).as("A10 %s", task).isGreaterThan(task.goal());
    }

    @TestFactory
    @DisplayName("A11 an update uses the masks")
    Stream<DynamicTest> a11Masks() {
        boolean applies = masksIn() != MasksIn.NOTHING && tasks().contains(ToyTask.MASKED_BANDIT);
        return applies ? Stream.of(dynamicTest("A11 masks in " + masksIn(), this::usesMasks)) : Stream.empty();
    }

    /**
     * Checks some updates. Where one choice is allowed, π gives it probability 1 whichever it is: the same update follows, and
     * none that stops early, as at a limit of the KL divergence. Action values, of which no such thing is true, take another
     * update from other next masks.
     */
    private void usesMasks() {
        EnvironmentSpec spec = ToyTask.MASKED_BANDIT.spec();
        AlgorithmRun forced = run(ToyTask.MASKED_BANDIT, SEED);
        AlgorithmRun forcedElsewhere = run(ToyTask.MASKED_BANDIT, SEED);
        AlgorithmRun free = run(ToyTask.MASKED_BANDIT, SEED);
        for (int learned = 0; learned < UPDATES && !forced.progress().done(); ) {
            Rollout fresh = forced.collect();
            List<Snapshot> before = models(forced);
            Metrics metrics = forced.update(new MaskedExperience(spec, 0, true).of(fresh));
            Metrics elsewhere = forcedElsewhere.update(new MaskedExperience(spec, 1, true).of(fresh));
            Metrics unmasked = free.update(new MaskedExperience(spec, 0, false).of(fresh));
            if (masksIn() == MasksIn.LOG_PROBABILITIES) {
                assertThat(elsewhere.asMap())
                        .as(
                                "A11 metrics depend on which choice was the only one allowed: log π is taken without the masks")
                        .isEqualTo(metrics.asMap());
                assertThat(actor(forcedElsewhere))
                        .as("A11 learned from a choice that was the only one allowed: log π is taken without the masks")
                        .isEqualTo(actor(forced));
                if (models(forced).equals(before)) {
                    assertThat(metrics.asMap().keySet())
                            .as(
                                    "A11 learned nothing where one choice was allowed, and reports less than without masks: it"
                                            + " stops early, as if the policy had changed, because log π is taken without the masks")
                            .containsAll(unmasked.asMap().keySet());
                }
            }
            learned += metrics.asMap().isEmpty() ? 0 : 1;
        }
        assertThat(actor(free)).as("A11 masks change nothing in an update").isNotEqualTo(actor(forced));
    }

    private static List<Snapshot> models(AlgorithmRun run) {
        return run.algorithm().models().stream().map(Snapshot::of).toList();
    }

    private static Snapshot actor(AlgorithmRun run) {
        return Snapshot.of(run.algorithm().actor());
    }

    @Test
    @DisplayName("A12 input normalizers learn the moments of what was collected, once after each update")
    void a11Moments() {
        AlgorithmRun run = run(networks().normalized(), this::backend, task(), SEED, AlgorithmRun.SLOTS, 1);
        long rows = 0;
        for (int i = 0; i < UPDATES; i++) {
            Rollout fresh = run.collect();
            run.update(fresh);
            rows += fresh.rows();
            Snapshot state = Snapshot.of(run.algorithm());
            List<String> counts = state.names().stream()
                    .filter(name -> name.endsWith("normalizer.count"))
                    .toList();
            assertThat(counts).as("A12 normalizers").isNotEmpty();
            for (String count : counts) {
                assertThat(state.longs(count)).as("A12 %s", count).containsExactly(rows);
            }
        }
    }
}
