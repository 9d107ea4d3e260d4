package org.ascentrl.actor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.env.space.Actions;
import org.ascentrl.env.space.Box;
import org.ascentrl.env.space.Masks;
import org.ascentrl.env.space.Observations;
import org.ascentrl.experience.Progress;
import org.ascentrl.policy.DeterministicPolicy;
import org.ascentrl.random.NumpyGenerator;
import org.ascentrl.random.RowRandom;
import org.ascentrl.state.Snapshot;
import org.ascentrl.tensor.Tensors;
import org.ascentrl.testing.Mlp;
import org.ascentrl.testing.ReferenceBackend;
import org.ascentrl.testing.Rollouts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeterministicActorTest {

    private static final Box SPACE = Box.of(new float[] {-2, 0}, new float[] {2, 10});
    private static final EnvironmentSpec SPEC = Rollouts.spec(1, SPACE);
    private static final ActionNoise DRIFT = new ActionNoise(ActionNoise.Kind.ORNSTEIN_UHLENBECK, 0.5, 0.15, 0.01);

    private final ReferenceBackend backend = new ReferenceBackend();
    private final Tensors tensors = Tensors.on(backend);

    @AfterEach
    void close() {
        backend.close();
    }

    private DeterministicPolicy policy(long seed) {
        Mlp settings = Mlp.tanh(8).uniform();
        return settings.networks(SPEC, tensors).deterministicPolicy(new NumpyGenerator(seed));
    }

    private DeterministicActor actor(ActionNoise noise) {
        return new DeterministicActor(policy(1), noise, SPACE, tensors);
    }

    private static float[] act(Actor actor, boolean explore, long steps, float[] memory, long seed, float... seen) {
        Actions out = Actions.of(SPACE, seen.length);
        RowRandom random = RowRandom.shared(new NumpyGenerator(seed));
        actor.act(
                new ActRequest(Observations.of(seen, 1), Masks.ALL, memory, random, new Progress(steps, 100), explore),
                out);
        return out.reals();
    }

    private static float[] greedy(Actor actor, float... seen) {
        return act(actor, false, 0, new float[2 * seen.length], 1, seen);
    }

    @Test
    void theGreedyActionIsThatOfThePolicyWithinTheBounds() {
        float[] mu =
                policy(1).actions(Observations.of(new float[] {0.5f, -3}, 1)).toFloats();
        assertThat(greedy(actor(DRIFT), 0.5f, -3))
                .containsExactly(new float[] {2 * mu[0], 5 + 5 * mu[1], 2 * mu[2], 5 + 5 * mu[3]}, within(1e-5f));
    }

    /** Deviations in units of half the distance of the bounds, within six standard errors. */
    @Test
    void gaussianNoiseHasItsDeviationInUnitsOfTheBounds() {
        DeterministicActor actor = actor(ActionNoise.gaussian(0.1));
        assertThat(actor.memorySize()).isZero();
        int draws = 20_000;
        float[] seen = new float[draws];
        Arrays.fill(seen, 0.2f);
        float[] acted = act(actor, true, 0, new float[0], 3, seen);
        float[] mu = greedy(actor, 0.2f);
        double[] half = {2, 5};
        for (int k = 0; k < 2; k++) {
            double squares = 0;
            for (int i = k; i < acted.length; i += 2) {
                squares += Math.pow((acted[i] - mu[k]) / half[k], 2) / draws;
            }
            assertThat(squares).isCloseTo(0.01, within(0.01 * 6 * Math.sqrt(2.0 / draws)));
        }
    }

    @Test
    void noisyActionsKeepTheBounds() {
        float[] acted = act(actor(ActionNoise.gaussian(50)), true, 0, new float[0], 3, new float[100]);
        for (int i = 0; i < acted.length; i++) {
            assertThat(acted[i]).isEqualTo(SPACE.clip(i % 2, acted[i]));
        }
        assertThat(acted).contains(-2, 2, 0, 10);
    }

    /** x ← x − θ x Δt + σ √Δt N(0, 1), from 0. */
    @Test
    void driftingNoiseGoesOnFromStepToStep() {
        DeterministicActor actor = actor(DRIFT);
        assertThat(actor.memorySize()).isEqualTo(2);
        float[] mu = greedy(actor, 0.2f);
        float[] memory = new float[2];
        NumpyGenerator same = new NumpyGenerator(3);
        NumpyGenerator stream = new NumpyGenerator(3);
        double[] x = new double[2];
        Actions out = Actions.of(SPACE, 1);
        for (int t = 0; t < 50; t++) {
            actor.act(
                    new ActRequest(
                            Observations.of(new float[] {0.2f}, 1),
                            Masks.ALL,
                            memory,
                            RowRandom.shared(stream),
                            new Progress(0, 100),
                            true),
                    out);
            for (int k = 0; k < 2; k++) {
                x[k] += -0.15 * x[k] * 0.01 + 0.5 * 0.1 * same.nextGaussian();
            }
            assertThat(memory).containsExactly(new float[] {(float) x[0], (float) x[1]}, within(1e-5f));
            assertThat(out.reals()[0]).isCloseTo((float) (mu[0] + 2 * x[0]), within(1e-4f));
        }
        assertThat(greedy(actor, 0.2f)).containsExactly(mu);
    }

    @Test
    void noRowDependsOnTheOthers() {
        DeterministicActor actor = actor(DRIFT);
        float[] memory = {0.1f, 0.2f, 0.3f, 0.4f};
        List<NumpyGenerator> streams = List.of(new NumpyGenerator(1), new NumpyGenerator(2));
        Actions both = Actions.of(SPACE, 2);
        actor.act(
                new ActRequest(
                        Observations.of(new float[] {1, 2}, 1),
                        Masks.ALL,
                        memory,
                        streams::get,
                        new Progress(0, 100),
                        true),
                both);
        float[] alone = act(actor, true, 0, new float[] {0.3f, 0.4f}, 2, 2);
        assertThat(alone).containsExactly(both.reals()[2], both.reals()[3]);
    }

    @Test
    void aCopyWithItsStateActsAlike() {
        DeterministicActor copy = new DeterministicActor(policy(2), DRIFT, SPACE, tensors);
        DeterministicActor actor = actor(DRIFT);
        assertThat(greedy(copy, 1, 2)).isNotEqualTo(greedy(actor, 1, 2));
        Snapshot.of(actor).restore(copy);
        assertThat(greedy(copy, 1, 2)).isEqualTo(greedy(actor, 1, 2));
    }

    @Test
    void actingLeavesNothingBehind() {
        DeterministicActor actor = actor(DRIFT);
        int live = backend.liveStorages();
        greedy(actor, 1, 2);
        assertThat(backend.liveStorages()).isEqualTo(live);
    }

    /** Each tenth of the range gets a tenth of the actions, within six standard errors. */
    @Test
    void warmsUpWithAllActionsAlikeAndThenActsAsTheOther() {
        DeterministicActor then = actor(DRIFT);
        WarmUpActor actor = new WarmUpActor(then, SPACE, 10);
        assertThat(actor.memorySize()).isEqualTo(2);
        int draws = 20_000;
        float[] acted = act(actor, true, 9, new float[2 * draws], 5, new float[draws]);
        double[] share = new double[10];
        for (int i = 1; i < acted.length; i += 2) {
            share[(int) acted[i]] += 1.0 / draws;
        }
        for (double s : share) {
            assertThat(s).isCloseTo(0.1, within(6 * Math.sqrt(0.09 / draws)));
        }
        float[] after = act(actor, true, 10, new float[2], 5, 0.3f);
        assertThat(after).isEqualTo(act(then, true, 10, new float[2], 5, 0.3f));
        assertThat(greedy(actor, 0.3f)).isEqualTo(greedy(then, 0.3f));
        assertThat(Snapshot.of(actor)).isEqualTo(Snapshot.of(then));
    }
}
