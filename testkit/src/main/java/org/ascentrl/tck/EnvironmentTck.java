package org.ascentrl.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.ascentrl.env.Environment;
import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.env.check.EnvironmentChecker;
import org.ascentrl.env.check.EnvironmentChecker.Report;
import org.ascentrl.env.check.EnvironmentChecker.Rule;
import org.ascentrl.env.registry.EnvironmentFactory;
import org.ascentrl.env.space.Action;
import org.ascentrl.env.vector.EnvironmentException;
import org.ascentrl.env.vector.EpisodeSeeds;
import org.ascentrl.env.vector.SyncVectorEnvironment;
import org.ascentrl.env.vector.VectorEnvironment;
import org.ascentrl.random.NumpyGenerator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * The contract of every {@link EnvironmentFactory} and what it makes: the rules of the section "Environment" of
 * {@code core/SPI.md}. Extend it, and give the factory.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class EnvironmentTck {

    private static final int SLOTS = 5;
    private static final int STEPS = 1000;
    private static final EpisodeSeeds SEEDS = (slot, episode) -> 1000L * slot + episode;

    protected abstract EnvironmentFactory factory();

    /**
     * Returns a way to act that reaches the step limit of the spec; at random unless overridden. Where no episode
     * reaches it, rule E26 is not tested.
     *
     * @param mask which choices are allowed
     */
    protected Action endure(float[] observation, boolean[] mask, NumpyGenerator random) {
        return factory().spec().actionSpace().sample(random, mask);
    }

    @TestFactory
    @DisplayName("E01 to E18 and W01 to W03, by the checker")
    Stream<DynamicTest> e01ToE18() {
        Report report = EnvironmentChecker.check(this::create);
        return Arrays.stream(Rule.values())
                .map(rule -> dynamicTest(
                        rule + " " + rule.statement(),
                        () -> assertThat(report.findings())
                                .as(report.toString())
                                .noneMatch(finding -> finding.rule() == rule)));
    }

    @Test
    @DisplayName("E19 the factory's spec is that of what it makes")
    void e19Spec() {
        EnvironmentSpec spec = spec();
        try (Environment environment = create();
                VectorEnvironment vector = createVector(SLOTS)) {
            assertThat(environment.spec()).isEqualTo(spec);
            assertThat(vector.spec()).isEqualTo(spec);
            assertThat(vector.size()).isEqualTo(SLOTS);
        }
    }

    @Test
    @DisplayName("E20 the vector form gives the bits of single environments, whichever slots rest")
    void e20VectorForm() {
        try (VectorEnvironment vector = createVector(SLOTS);
                VectorEnvironment singles = singles(SLOTS)) {
            VectorPlay fast = new VectorPlay(vector, SEEDS);
            VectorPlay plain = new VectorPlay(singles, SEEDS);
            NumpyGenerator random = new NumpyGenerator(20);
            int finished = 0;
            for (int step = 0; step < steps(); step++) {
                for (int slot = 0; slot < SLOTS; slot++) {
                    fast.active[slot] = random.random() < 0.8;
                    plain.active[slot] = fast.active[slot];
                    fast.actions.set(slot, fast.draw(slot, random));
                }
                plain.actions.copy(fast.actions, 0, 0, SLOTS);
                fast.step();
                plain.step();
                for (int slot = 0; slot < SLOTS; slot++) {
                    assertThat(fast.row(slot))
                            .as("step %s, slot %s", step, slot)
                            .isEqualTo(plain.row(slot));
                    finished += plain.out.done(slot) ? 1 : 0;
                }
            }
            assertThat(finished).as("episodes that ended").isPositive();
        }
    }

    @Test
    @DisplayName("E21 an episode's return and length are those of all its steps")
    void e21Accounting() {
        withEpisodes((episode, vector, slot) -> {
            assertThat(vector.out.episodeReturns[slot]).isEqualTo(episode.episodeReturn());
            assertThat(vector.out.episodeLengths[slot]).isEqualTo(episode.length());
        });
    }

    @Test
    @DisplayName("E22 the step that ends an episode gives its last observation and the first of the next")
    void e22SameStep() {
        withEpisodes((episode, vector, slot) -> {
            assertThat(vector.finalObservation(slot)).isEqualTo(episode.last().observation());
            assertThat(vector.out.terminated[slot]).isEqualTo(episode.last().terminated());
            assertThat(vector.out.truncated[slot]).isEqualTo(episode.last().truncated());
            try (Environment next = create()) {
                assertThat(vector.observation(slot)).isEqualTo(next.reset(episode.nextSeed()));
            }
        });
    }

    @Test
    @DisplayName("E23 each slot asks for the seeds of its episodes 0, 1, 2, … in order, each once, when it starts them")
    void e23Seeds() {
        List<List<Long>> asked = IntStream.range(0, SLOTS)
                .<List<Long>>mapToObj(slot -> new ArrayList<>())
                .toList();
        long[] started = new long[SLOTS];
        try (VectorEnvironment environment = createVector(SLOTS)) {
            VectorPlay vector = new VectorPlay(environment, (slot, episode) -> {
                asked.get(slot).add(episode);
                return SEEDS.of(slot, episode);
            });
            NumpyGenerator random = new NumpyGenerator(23);
            for (int step = 0; step < steps(); step++) {
                vector.stepAtRandom(random);
                for (int slot = 0; slot < SLOTS; slot++) {
                    started[slot] += vector.out.done(slot) ? 1 : 0;
                    assertThat(asked.get(slot)).hasSize((int) started[slot] + 1);
                }
            }
        }
        assertThat(asked)
                .allSatisfy(episodes -> assertThat(episodes)
                        .hasSizeGreaterThan(1)
                        .isEqualTo(LongStream.range(0, episodes.size()).boxed().toList()));
    }

    @Test
    @DisplayName("E24 no slot depends on what the others do")
    void e24Slots() {
        int slot = 1;
        try (VectorEnvironment one = createVector(SLOTS);
                VectorEnvironment other = createVector(SLOTS)) {
            VectorPlay a = new VectorPlay(one, SEEDS);
            VectorPlay b = new VectorPlay(other, (s, episode) -> s == slot ? SEEDS.of(s, episode) : 7 + s + episode);
            NumpyGenerator random = new NumpyGenerator(24);
            for (int step = 0; step < steps(); step++) {
                for (int s = 0; s < SLOTS; s++) {
                    b.active[s] = s == slot || random.nextBoolean();
                    a.actions.set(s, a.draw(s, random));
                    b.actions.set(s, b.draw(s, random));
                }
                b.actions.set(slot, a.actions.get(slot));
                a.step();
                b.step();
                assertThat(a.row(slot)).as("step %s", step).isEqualTo(b.row(slot));
            }
        }
    }

    @Test
    @DisplayName(
            "E25 a slot that rests keeps its rows, with reward 0, not done and without info, and its action is not read")
    void e25Resting() {
        try (VectorEnvironment environment = createVector(2)) {
            VectorPlay vector = new VectorPlay(environment, SEEDS);
            NumpyGenerator random = new NumpyGenerator(25);
            vector.stepAtRandom(random);
            float[] observation = vector.observation(0);
            boolean[] mask = vector.mask(0);
            for (int step = 0; step < 50; step++) {
                vector.active[0] = false;
                vector.actions.set(1, vector.draw(1, random));
                vector.makeForbidden(0);
                vector.step();
                assertThat(vector.observation(0)).isEqualTo(observation);
                assertThat(vector.mask(0)).isEqualTo(mask);
                assertThat(vector.out.rewards[0]).isZero();
                assertThat(vector.out.done(0)).isFalse();
                assertThat(vector.out.info.get(0)).isEmpty();
            }
        }
    }

    @Test
    @DisplayName("E26 the step that reaches the limit of the spec truncates, and none comes after it")
    void e26StepLimit() {
        assumeTrue(spec().maxEpisodeSteps().isPresent(), "no step limit");
        int limit = spec().maxEpisodeSteps().getAsInt();
        int atLimit = 0;
        try (VectorEnvironment environment = createVector(SLOTS)) {
            VectorPlay vector = new VectorPlay(environment, SEEDS);
            NumpyGenerator random = new NumpyGenerator(26);
            for (int step = 0; step < steps(); step++) {
                for (int slot = 0; slot < SLOTS; slot++) {
                    vector.actions.set(slot, endure(vector.observation(slot), vector.mask(slot), random));
                }
                vector.step();
                for (int slot = 0; slot < SLOTS; slot++) {
                    if (vector.out.done(slot)) {
                        assertThat(vector.out.episodeLengths[slot]).isLessThanOrEqualTo(limit);
                        boolean reached = vector.out.episodeLengths[slot] == limit;
                        assertThat(vector.out.truncated[slot] || !reached).isTrue();
                        atLimit += reached ? 1 : 0;
                    }
                }
            }
        }
        assumeTrue(atLimit > 0, "no episode reached the step limit");
    }

    @Test
    @DisplayName("E27 a second reset starts all over, whatever came before")
    void e27Reset() {
        try (VectorEnvironment environment = createVector(SLOTS)) {
            VectorPlay vector = new VectorPlay(environment, SEEDS);
            assertThat(vector.rows(100, new NumpyGenerator(27))).isNotEmpty();
            List<List<Object>> first = vector.again(SEEDS).rows(100, new NumpyGenerator(27));
            assertThat(vector.again(SEEDS).rows(100, new NumpyGenerator(27))).isEqualTo(first);
            Arrays.fill(vector.out.rewards, 1);
            Arrays.fill(vector.out.terminated, true);
            Arrays.fill(vector.out.truncated, true);
            vector.again(SEEDS);
            for (int slot = 0; slot < SLOTS; slot++) {
                assertThat(vector.out.rewards[slot]).isZero();
                assertThat(vector.out.done(slot)).isFalse();
            }
        }
    }

    @Test
    @DisplayName("E28 a step of the vector form before the first reset is refused with an IllegalStateException")
    void e28StepBeforeReset() {
        try (VectorEnvironment environment = createVector(1)) {
            VectorPlay vector = VectorPlay.beforeReset(environment);
            assertThatIllegalStateException().isThrownBy(vector::step).withMessageContaining(spec().id());
        }
    }

    @Test
    @DisplayName("E29 what fails in a slot is an EnvironmentException with environment, slot, seed, step and action")
    void e29Failures() {
        try (VectorEnvironment environment = createVector(SLOTS)) {
            VectorPlay vector = new VectorPlay(environment, (slot, episode) -> 4000 + 10L * slot + episode);
            vector.stepAtRandom(new NumpyGenerator(29));
            int slot = SLOTS - 1;
            vector.makeForbidden(slot);
            Arrays.fill(vector.active, 0, slot, false);
            String step = vector.out.done(slot) ? "step 1" : "step 2";
            String seed = vector.out.done(slot) ? "seed 4041" : "seed 4040";
            assertThatThrownBy(vector::step)
                    .isInstanceOf(EnvironmentException.class)
                    .hasMessageContaining(spec().id())
                    .hasMessageContaining("slot " + slot)
                    .hasMessageContaining(seed)
                    .hasMessageContaining(step)
                    .hasMessageContaining("action " + vector.actions.get(slot))
                    .hasMessageContaining(spec().actionSpace().toString());
        }
    }

    @Test
    @DisplayName("E30 a vector form may be closed twice")
    void e30Close() {
        VectorEnvironment vector = createVector(SLOTS);
        vector.close();
        assertThatCode(vector::close).doesNotThrowAnyException();
    }

    private Environment create() {
        return factory().create();
    }

    private VectorEnvironment createVector(int slots) {
        return factory().createVector(slots);
    }

    private VectorEnvironment singles(int slots) {
        return new SyncVectorEnvironment(
                IntStream.range(0, slots).mapToObj(slot -> create()).toList());
    }

    private EnvironmentSpec spec() {
        return factory().spec();
    }

    private int steps() {
        return Math.max(STEPS, 2 * spec().maxEpisodeSteps().orElse(0));
    }

    /** Plays at random, and checks each episode that ends against the same in a single environment. */
    private void withEpisodes(SingleEpisode.Rule rule) {
        List<SingleEpisode> episodes = IntStream.range(0, SLOTS)
                .mapToObj(slot -> new SingleEpisode(create(), slot, SEEDS))
                .toList();
        try (VectorEnvironment vector = createVector(SLOTS)) {
            int finished = SingleEpisode.follow(new VectorPlay(vector, SEEDS), episodes, steps(), rule);
            assertThat(finished).as("episodes that ended").isPositive();
        } finally {
            episodes.forEach(SingleEpisode::close);
        }
    }
}
