package org.ascentrl.tck;

import static org.ascentrl.tck.PolicyProbe.list;
import static org.ascentrl.tck.PolicyProbe.streams;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.ascentrl.distribution.Distribution;
import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.env.space.Action;
import org.ascentrl.env.space.Actions;
import org.ascentrl.env.space.Discrete;
import org.ascentrl.env.space.Masks;
import org.ascentrl.env.space.Observations;
import org.ascentrl.policy.Policy;
import org.ascentrl.policy.network.Networks;
import org.ascentrl.random.NumpyGenerator;
import org.ascentrl.random.RowRandom;
import org.ascentrl.state.Snapshot;
import org.ascentrl.tensor.Gradients;
import org.ascentrl.tensor.Parameter;
import org.ascentrl.tensor.Scope;
import org.ascentrl.tensor.Shape;
import org.ascentrl.tensor.Tensor;
import org.ascentrl.tensor.TensorBackend;
import org.ascentrl.tensor.Tensors;
import org.ascentrl.testing.GradientChecker;
import org.ascentrl.testing.ReferenceBackend;
import org.ascentrl.testing.Rollouts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * The contract of a {@link Policy} with its {@link Distribution}: the rules P01 to P15 of {@code core/SPI.md}. Extend it,
 * once for each kind of action space that the policy acts in, and give {@link #environment} and {@link #networks}. The heads
 * of core on an encoder of your own are tested by {@link EncoderTck}.
 */
public abstract class PolicyTck {

    private static final int ROWS = 7;
    private static final int SAMPLES = 20_000;

    private final List<TensorBackend> backends = new ArrayList<>();
    private Tensors tensors;
    private PolicyProbe probe;

    /** The environment that the policy acts in; observations are made up, whatever their space. */
    protected abstract EnvironmentSpec environment();

    /** The networks that {@link #policy} makes the policy from. */
    protected abstract Networks networks(EnvironmentSpec environment, Tensors tensors);

    /** A new policy, which is tested. */
    protected Policy policy(Networks networks, RandomGenerator init) {
        return networks.policy(init);
    }

    /** True if rule P03 holds. */
    protected boolean modesAreMostProbable() {
        return true;
    }

    /** A new backend of the calling thread, which is closed after the test. */
    protected TensorBackend backend() {
        return new ReferenceBackend();
    }

    /** True if rule P05 holds bit for bit; see rule T21. */
    protected boolean rowsAreIndependent() {
        return true;
    }

    @BeforeEach
    void open() {
        tensors = tensors(backend());
        probe = probe(tensors);
    }

    private PolicyProbe probe(Tensors on) {
        Networks networks = networks(environment(), on);
        return new PolicyProbe(environment(), init -> policy(networks, init), on);
    }

    @AfterEach
    void close() {
        backends.forEach(TensorBackend::close);
    }

    private Tensors tensors(TensorBackend backend) {
        backends.add(backend);
        return Tensors.on(backend);
    }

    @Test
    @DisplayName("P01 log-probabilities and entropies are finite, one for each row")
    void p01Shapes() {
        for (int rows : new int[] {1, ROWS}) {
            for (Policy policy : List.of(probe.fresh(1), probe.trained())) {
                Distribution pi = probe.distribution(policy, rows, Masks.ALL);
                Tensor logProb = pi.logProb(probe.sample(pi, streams(1, rows), rows));
                assertThat(logProb.shape()).isEqualTo(Shape.of(rows));
                assertThat(pi.entropy().shape()).isEqualTo(Shape.of(rows));
                checkFinite("P01 log-probability", logProb);
                checkFinite("P01 entropy", pi.entropy());
            }
        }
    }

    private static void checkFinite(String what, Tensor tensor) {
        for (float x : tensor.toFloats()) {
            assertThat(x).as(what).isFinite();
        }
    }

    @Test
    @DisplayName("P02 samples and modes are actions of the space; real ones need not keep its bounds")
    void p02ActionsOfTheSpace() {
        Distribution pi = probe.distribution(probe.trained(), ROWS, Masks.ALL);
        for (int seed = 0; seed < 50; seed++) {
            list(probe.sample(pi, streams(seed, ROWS), ROWS)).forEach(this::checkAction);
        }
        list(probe.mode(pi, ROWS)).forEach(this::checkAction);
    }

    private void checkAction(Action action) {
        if (environment().actionSpace() instanceof Discrete discrete) {
            assertThat(discrete.contains(action))
                    .as("P02 %s in %s", action, discrete)
                    .isTrue();
        }
        for (int i = 0; i < action.reals(); i++) {
            assertThat(action.real(i)).as("P02 %s", action).isFinite();
        }
    }

    @Test
    @DisplayName("P03 no sample is more probable than the mode")
    void p03Mode() {
        assumeTrue(modesAreMostProbable(), "the mode is the greedy action, but not the most probable one");
        Distribution pi = probe.distribution(probe.trained(), ROWS, Masks.ALL);
        float[] most = pi.logProb(probe.mode(pi, ROWS)).toFloats();
        for (int seed = 0; seed < 50; seed++) {
            Actions sample = probe.sample(pi, streams(seed, ROWS), ROWS);
            float[] sampled = pi.logProb(sample).toFloats();
            for (int row = 0; row < ROWS; row++) {
                assertThat(sampled[row]).as("P03").isLessThanOrEqualTo(most[row]);
            }
        }
    }

    @Test
    @DisplayName("P04 the same streams give the same actions, and a row draws from its own alone")
    void p04Streams() {
        Distribution pi = probe.distribution(probe.trained(), ROWS, probe.masks(ROWS));
        List<Action> first = list(probe.sample(pi, streams(1, ROWS), ROWS));
        assertThat(list(probe.sample(pi, streams(1, ROWS), ROWS))).as("P04").isEqualTo(first);

        for (int own = 0; own < ROWS; own++) {
            int row = own;
            RowRandom same = streams(1, ROWS);
            RowRandom others = streams(2, ROWS);
            RowRandom mixed = r -> r == row ? same.row(r) : others.row(r);
            assertThat(list(probe.sample(pi, mixed, ROWS)).get(row)).as("P04").isEqualTo(first.get(row));
        }
        boolean differ = IntStream.range(2, 20)
                .anyMatch(seed ->
                        !list(probe.sample(pi, streams(seed, ROWS), ROWS)).equals(first));
        assertThat(differ).as("P04 other streams, other actions").isTrue();
    }

    @Test
    @DisplayName("P05 what a row gets does not depend on the rows it came with")
    void p05Rows() {
        assumeTrue(rowsAreIndependent(), "the backend does not promise it");
        Policy policy = probe.trained();
        Masks masks = probe.masks(ROWS);
        Distribution together = probe.distribution(policy, ROWS, masks);
        Actions sample = probe.sample(together, streams(1, ROWS), ROWS);
        Actions mode = probe.mode(together, ROWS);
        float[] logProb = together.logProb(sample).toFloats();
        float[] entropy = together.entropy().toFloats();
        for (int row = 0; row < ROWS; row++) {
            int own = row;
            Observations observation = probe.rows(row(probe.observations(ROWS), row));
            Distribution alone = policy.distribution(observation, masks.rows(row));
            RowRandom streams = streams(1, ROWS);
            Actions one = probe.sample(alone, r -> streams.row(own), 1);
            assertThat(one.get(0)).as("P05 sample").isEqualTo(sample.get(row));
            assertThat(probe.mode(alone, 1).get(0)).as("P05 mode").isEqualTo(mode.get(row));
            assertThat(alone.logProb(one).item()).as("P05 log-probability").isEqualTo(logProb[row]);
            assertThat(alone.entropy().item()).as("P05 entropy").isEqualTo(entropy[row]);
        }
    }

    private float[] row(float[] observations, int row) {
        return Arrays.copyOfRange(observations, row * probe.features(), (row + 1) * probe.features());
    }

    @Test
    @DisplayName("P06 to act, and to be evaluated, changes nothing in the policy")
    void p06ActingChangesNothing() {
        Policy policy = probe.trained();
        Snapshot before = Snapshot.of(policy);
        String first = probe.answer(policy, ROWS, probe.masks(ROWS));
        for (int rows = 1; rows < 5; rows++) {
            probe.answer(policy, rows, Masks.ALL);
        }
        assertThat(Snapshot.of(policy)).as("P06").isEqualTo(before);
        assertThat(probe.answer(policy, ROWS, probe.masks(ROWS))).as("P06").isEqualTo(first);
    }

    /** Both are restored: a backend that computes with more bits than are saved has to round. */
    @Test
    @DisplayName("P07 restored into a new policy, it gives the same bits")
    void p07Restored() {
        Policy policy = probe.trained();
        Snapshot saved = Snapshot.of(policy);
        saved.restore(policy);
        Policy restored = probe.fresh(99);
        restored.observe(Rollouts.random(environment(), 3, 20));
        saved.restore(restored);
        assertThat(Snapshot.of(restored)).as("P07").isEqualTo(saved);
        assertThat(probe.answer(restored, ROWS, probe.masks(ROWS)))
                .as("P07")
                .isEqualTo(probe.answer(policy, ROWS, probe.masks(ROWS)));
    }

    @Test
    @DisplayName("P08 parameters have names of their own, are saved, and follow from the stream they are drawn from")
    void p08Parameters() {
        Policy policy = probe.fresh(1);
        List<String> names = policy.parameters().stream().map(Parameter::name).toList();
        assertThat(names).as("P08").isNotEmpty().doesNotHaveDuplicates();
        assertThat(Snapshot.of(policy).names()).as("P08").containsAll(names);
        assertThat(Snapshot.of(probe.fresh(1))).as("P08").isEqualTo(Snapshot.of(policy));
        assertThat(Snapshot.of(probe.fresh(2))).as("P08").isNotEqualTo(Snapshot.of(policy));
    }

    @Test
    @DisplayName("P09 what a mask forbids has no probability, is never sampled, and is not the mode")
    void p09Masks() {
        assumeTrue(probe.choices() > 1, "there is nothing to forbid");
        new MaskRules(probe, environment().actionSpace()).check(ROWS);
    }

    @Test
    @DisplayName("P10 a mask that allows everything is none; one that allows nothing is refused")
    void p10FullAndEmptyMasks() {
        assumeTrue(probe.choices() > 0, "there is nothing to forbid");
        Policy policy = probe.trained();
        boolean[] everything = new boolean[ROWS * probe.choices()];
        Arrays.fill(everything, true);
        assertThat(probe.answer(policy, ROWS, Masks.of(everything, probe.choices())))
                .as("P10")
                .isEqualTo(probe.answer(policy, ROWS, Masks.ALL));

        boolean[] nothing = everything.clone();
        Arrays.fill(nothing, 3 * probe.choices(), 4 * probe.choices(), false);
        assertThatIllegalArgumentException()
                .as("P10")
                .isThrownBy(() -> probe.distribution(policy, ROWS, Masks.of(nothing, probe.choices())))
                .withMessageContaining("row 3");
    }

    @Test
    @DisplayName("P11 every parameter has the gradients of log-probability and entropy")
    void p11Gradients() {
        Tensors reference = tensors(new ReferenceBackend());
        PolicyProbe exact = probe(reference);
        Policy policy = exact.trained();
        Masks masks = exact.masks(ROWS);
        Actions sample = exact.sample(exact.distribution(policy, ROWS, masks), streams(1, ROWS), ROWS);
        Tensor weights = reference.of(new float[] {1, -2, 3, -4, 5, -6, 7}, ROWS);
        Supplier<Tensor> logProb = () -> exact.distribution(policy, ROWS, masks)
                .logProb(sample)
                .mul(weights)
                .sum();
        Supplier<Tensor> entropy = () ->
                exact.distribution(policy, ROWS, masks).entropy().mul(weights).sum();
        GradientChecker.check(1, policy.parameters(), logProb);
        GradientChecker.check(2, policy.parameters(), entropy);
        Gradients gradients = logProb.get().gradients(policy.parameters());
        for (Parameter p : policy.parameters()) {
            assertThat(gradients.norm(List.of(p))).as("P11 %s", p).isPositive();
        }
    }

    @Test
    @DisplayName("P12 to observe changes no parameter, and is the same for the same rollouts")
    void p12Observe() {
        Policy policy = probe.fresh(1);
        List<float[]> before =
                policy.parameters().stream().map(Parameter::toFloats).toList();
        Policy other = probe.fresh(1);
        for (Policy each : List.of(policy, other)) {
            each.observe(Rollouts.random(environment(), 4, 20));
            each.observe(Rollouts.random(environment(), 5, 3));
        }
        for (int i = 0; i < before.size(); i++) {
            assertThat(policy.parameters().get(i).toFloats()).as("P12").containsExactly(before.get(i));
        }
        assertThat(Snapshot.of(other)).as("P12").isEqualTo(Snapshot.of(policy));
    }

    /** Within six standard errors: one false alarm in 5·10⁸. */
    @Test
    @DisplayName("P13 the mean of −log π over samples is the entropy")
    void p13SamplesFollowTheirProbabilities() {
        float[] one = probe.observations(1);
        float[] same = new float[SAMPLES * one.length];
        for (int i = 0; i < same.length; i++) {
            same[i] = one[i % one.length];
        }
        try (Scope scope = tensors.scope()) {
            Distribution pi = probe.trained().distribution(probe.rows(same), allButTheSecond());
            double entropy = pi.entropy().toFloats()[0];
            Actions sample = probe.sample(pi, RowRandom.shared(new NumpyGenerator(8)), SAMPLES);
            double[] surprise = pi.logProb(sample).neg().toDoubles();
            double mean = mean(Arrays.stream(surprise));
            double variance = mean(Arrays.stream(surprise).map(x -> (x - mean) * (x - mean)));
            assertThat(mean).as("P13").isCloseTo(entropy, within(6 * Math.sqrt(variance / SAMPLES) + 1e-5));
        }
    }

    private static double mean(DoubleStream numbers) {
        return numbers.average().orElseThrow();
    }

    private Masks allButTheSecond() {
        if (probe.choices() < 3) {
            return Masks.ALL;
        }
        boolean[] masks = new boolean[SAMPLES * probe.choices()];
        for (int i = 0; i < masks.length; i++) {
            masks[i] = i % probe.choices() != 1;
        }
        return Masks.of(masks, probe.choices());
    }

    @Test
    @DisplayName("P14 acting leaves no storages behind")
    void p14LeavesNothing() {
        ReferenceBackend reference = new ReferenceBackend();
        Tensors on = tensors(reference);
        PolicyProbe counted = probe(on);
        Policy policy = counted.trained();
        int live = reference.liveStorages();
        counted.answer(policy, ROWS, counted.masks(ROWS));
        assertThat(reference.liveStorages()).as("P14").isEqualTo(live);
    }

    @Test
    @DisplayName("P15 where an episode starts memory makes no difference; a row goes on from its own alone")
    void p15Memory() {
        Policy policy = probe.trained();
        int size = policy.noiseSize();
        Distribution pi = probe.distribution(policy, ROWS, Masks.ALL);
        float[] memory = new float[ROWS * size];
        List<Action> first = list(probe.sample(pi, streams(1, ROWS), memory, ROWS));
        assertThat(first).as("P15").isEqualTo(list(probe.sample(pi, streams(1, ROWS), ROWS)));

        List<Action> second = list(probe.sample(pi, streams(2, ROWS), memory.clone(), ROWS));
        for (int row = 0; row < ROWS; row++) {
            float[] others = new float[ROWS * size];
            System.arraycopy(memory, row * size, others, row * size, size);
            assertThat(list(probe.sample(pi, streams(2, ROWS), others, ROWS)).get(row))
                    .as("P15")
                    .isEqualTo(second.get(row));
        }
    }
}
