package org.ascentrl.envs.box2d;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.ascentrl.env.Environment;
import org.ascentrl.env.StepResult;
import org.ascentrl.env.space.Actions;
import org.ascentrl.env.vector.StepBatch;
import org.ascentrl.env.vector.VectorEnvironment;
import org.ascentrl.random.NumpyGenerator;
import org.ascentrl.testing.Allocation;
import org.ascentrl.testing.ResidentMemory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** A world of its own for each episode: nothing is left of it, and none knows of another. */
class WorldsTest {

    static final List<String> IDS = Registered.IDS;

    private static final int THREADS = 4;

    /** A world that is not freed keeps 105 kB, that of a walker more. */
    private static final long LEAK = 105_000;

    @ParameterizedTest
    @FieldSource("IDS")
    void episodesLeaveNothingInMemory(String id) {
        assumeTrue(ResidentMemory.bytes().isPresent(), "not on Linux");
        int episodes = id.startsWith("LunarLander") ? 2000 : 1000;
        try (Environment environment = Registered.of(id).create()) {
            resets(environment, episodes / 2);
            long before = ResidentMemory.bytes().getAsLong();
            resets(environment, episodes);
            assertThat(ResidentMemory.bytes().getAsLong() - before).isLessThan(episodes * LEAK / 4);
        }
    }

    private static void resets(Environment environment, int episodes) {
        NumpyGenerator random = new NumpyGenerator(0);
        for (int episode = 0; episode < episodes; episode++) {
            environment.reset(episode);
            environment.step(environment.spec().actionSpace().sample(random));
        }
    }

    @ParameterizedTest
    @FieldSource("IDS")
    void aStepAllocatesNothing(String id) {
        Registered<?> registered = Registered.of(id);
        Actions actions = Actions.of(registered.spec().actionSpace(), 1);
        float[] observation = new float[registered.spec().observationSpace().flatSize()];
        NumpyGenerator random = new NumpyGenerator(0);
        try (Box2dEpisode episode = registered.task().begin(random)) {
            assertThat(Allocation.ofCalls(step -> {
                        if (actions.integersPerRow() > 0) {
                            actions.integers()[0] = random.nextInt(4);
                        }
                        for (int i = 0; i < actions.realsPerRow(); i++) {
                            actions.reals()[i] = (float) random.uniform(-1, 1);
                        }
                        episode.advance(actions, 0, random);
                        episode.observe(observation, 0);
                    }))
                    .isZero();
        }
    }

    @ParameterizedTest
    @FieldSource("IDS")
    void threadsGetTheBitsOfOneAfterTheOther(String id) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<List<Object>>> together = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                long seed = i;
                together.add(threads.submit(() -> play(id, seed)));
            }
            for (int i = 0; i < THREADS; i++) {
                assertThat(together.get(i).get()).isEqualTo(play(id, i));
            }
        } finally {
            threads.shutdown();
        }
    }

    private static List<Object> play(String id, long seed) {
        List<Object> seen = new ArrayList<>();
        try (Environment environment = Registered.of(id).create()) {
            NumpyGenerator random = new NumpyGenerator(seed);
            seen.add(Arrays.hashCode(environment.reset(seed)));
            for (int step = 0; step < 500; step++) {
                StepResult result =
                        environment.step(environment.spec().actionSpace().sample(random));
                seen.add(Arrays.hashCode(result.observation()));
                seen.add(result.reward());
                if (result.done()) {
                    seen.add(Arrays.hashCode(environment.reset()));
                }
            }
        }
        return seen;
    }

    /** Native memory that was freed must not be read. */
    @ParameterizedTest
    @FieldSource("IDS")
    void aClosedEnvironmentRefusesStepsAndMayBeResetAgain(String id) {
        Environment environment = Registered.of(id).create();
        float[] first = environment.reset(3);
        environment.close();
        environment.close();
        NumpyGenerator random = new NumpyGenerator(0);
        assertThatIllegalStateException()
                .isThrownBy(
                        () -> environment.step(environment.spec().actionSpace().sample(random)))
                .withMessageContaining(id + ": step before reset, or after close");
        assertThat(environment.reset(3)).isEqualTo(first);
        environment.close();
    }

    @ParameterizedTest
    @FieldSource("IDS")
    void aClosedVectorRefusesSteps(String id) {
        VectorEnvironment vector = Registered.of(id).createVector(2);
        StepBatch out = new StepBatch(vector.spec(), 2);
        vector.reset((slot, episode) -> slot, out);
        vector.close();
        vector.close();
        Actions actions = Actions.of(vector.spec().actionSpace(), 2);
        assertThatIllegalStateException()
                .isThrownBy(() -> vector.step(actions, new boolean[] {true, true}, out))
                .withMessage(id + ": step after close. Call reset.");
    }
}
