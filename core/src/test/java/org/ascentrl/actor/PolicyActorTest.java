package org.ascentrl.actor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ascentrl.distribution.Distribution;
import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.env.space.Actions;
import org.ascentrl.env.space.Box;
import org.ascentrl.env.space.Discrete;
import org.ascentrl.env.space.Masks;
import org.ascentrl.env.space.Observations;
import org.ascentrl.experience.Progress;
import org.ascentrl.policy.Policy;
import org.ascentrl.random.NumpyGenerator;
import org.ascentrl.random.RowRandom;
import org.ascentrl.state.Snapshot;
import org.ascentrl.tensor.Tensors;
import org.ascentrl.testing.Mlp;
import org.ascentrl.testing.ReferenceBackend;
import org.ascentrl.testing.Rollouts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PolicyActorTest {

    private static final EnvironmentSpec CHOICES = Rollouts.spec(1, new Discrete(3));
    private static final EnvironmentSpec REALS = Rollouts.spec(1, Box.of(-1, 1, 1));
    private static final Mlp SETTINGS = Mlp.tanh(4).uniform().normalized();

    private final ReferenceBackend backend = new ReferenceBackend();
    private final Tensors tensors = Tensors.on(backend);

    @AfterEach
    void close() {
        backend.close();
    }

    private Policy policy(EnvironmentSpec spec, long seed) {
        return SETTINGS.networks(spec, tensors).policy(new NumpyGenerator(seed));
    }

    private static ActRequest request(boolean explore, float[] observations, Masks masks, RowRandom random) {
        return new ActRequest(
                Observations.of(observations, 1), masks, new float[0], random, new Progress(0, 1), explore);
    }

    private static RowRandom random(long seed) {
        return RowRandom.shared(new NumpyGenerator(seed));
    }

    @Test
    void samplesWhenItExploresAndTakesTheModeWhenNot() {
        for (EnvironmentSpec spec : List.of(CHOICES, REALS)) {
            Policy policy = policy(spec, 1);
            PolicyActor actor = new PolicyActor(policy, tensors);
            float[] observations = {0.5f, -1, 2, 3, 4, 5, 6, 7};
            Distribution pi = policy.distribution(Observations.of(observations, 1), Masks.ALL);
            Actions expected = Actions.of(spec.actionSpace(), 8);
            Actions out = Actions.of(spec.actionSpace(), 8);

            pi.sample(random(3), expected);
            actor.act(request(true, observations, Masks.ALL, random(3)), out);
            assertThat(out).usingRecursiveComparison().isEqualTo(expected);

            pi.mode(expected);
            actor.act(request(false, observations, Masks.ALL, random(4)), out);
            assertThat(out).usingRecursiveComparison().isEqualTo(expected);
        }
    }

    @Test
    void keepsToMasksInBothWays() {
        PolicyActor actor = new PolicyActor(policy(CHOICES, 1), tensors);
        Masks onlyTwo = Masks.of(new boolean[] {false, false, true, false, true, false}, 3);
        Actions out = Actions.of(CHOICES.actionSpace(), 2);
        for (boolean explore : new boolean[] {true, false}) {
            for (int seed = 0; seed < 50; seed++) {
                actor.act(request(explore, new float[] {1, 2}, onlyTwo, random(seed)), out);
                assertThat(out.integers()).containsExactly(2, 1);
            }
        }
    }

    /** Greedy actions use no random numbers: an evaluation leaves its streams alone. */
    @Test
    void drawsNothingWhenItDoesNotExplore() {
        PolicyActor actor = new PolicyActor(policy(CHOICES, 1), tensors);
        NumpyGenerator stream = new NumpyGenerator(5);
        actor.act(
                request(false, new float[] {1, 2}, Masks.ALL, RowRandom.shared(stream)),
                Actions.of(CHOICES.actionSpace(), 2));
        assertThat(stream.nextLong()).isEqualTo(new NumpyGenerator(5).nextLong());
    }

    /** Neither the normalizer nor anything else learns from what is acted on; memory does not grow. */
    @Test
    void actingChangesNothingAndLeavesNothingBehind() {
        Policy policy = policy(CHOICES, 1);
        policy.observe(Rollouts.random(CHOICES, 1, 10));
        PolicyActor actor = new PolicyActor(policy, tensors);
        Snapshot before = Snapshot.of(policy);
        int live = backend.liveStorages();
        for (int i = 0; i < 10; i++) {
            Actions out = Actions.of(CHOICES.actionSpace(), 2);
            actor.act(request(i % 2 == 0, new float[] {100 * i, 2}, Masks.ALL, random(i)), out);
        }
        assertThat(Snapshot.of(policy)).isEqualTo(before);
        assertThat(backend.liveStorages()).isEqualTo(live);
    }

    /** Observations may lie in an array that is used again for the next step. */
    @Test
    void theArrayOfObservationsMayChangeAfterwards() {
        PolicyActor actor = new PolicyActor(policy(CHOICES, 1), tensors);
        float[] observations = {1, 2};
        Actions out = Actions.of(CHOICES.actionSpace(), 2);
        actor.act(request(true, observations, Masks.ALL, random(1)), out);
        observations[0] = 3;
        actor.act(request(true, observations, Masks.ALL, random(1)), out);
        assertThat(out.rows()).isEqualTo(2);
    }

    @Test
    void aCopyWithItsStateActsAlike() {
        Policy policy = policy(CHOICES, 1);
        policy.observe(Rollouts.random(CHOICES, 1, 10));
        PolicyActor actor = new PolicyActor(policy, tensors);
        PolicyActor copy = new PolicyActor(policy(CHOICES, 2), tensors);
        Snapshot.of(actor).restore(copy);
        float[] observations = new float[40];
        for (int i = 0; i < 40; i++) {
            observations[i] = i - 20;
        }
        Actions one = Actions.of(CHOICES.actionSpace(), 40);
        Actions two = Actions.of(CHOICES.actionSpace(), 40);
        actor.act(request(true, observations, Masks.ALL, random(1)), one);
        copy.act(request(true, observations, Masks.ALL, random(1)), two);
        assertThat(two.integers()).containsExactly(one.integers());
        assertThat(Snapshot.of(copy)).isEqualTo(Snapshot.of(actor));
        assertThat(actor.memorySize()).isZero();
    }

    /** Noise that stays is the same number in the same state until the slot's memory is cleared. */
    @Test
    void remembersNoiseThatStays() {
        Mlp settings = Mlp.tanh(4).uniform().stateDependent(0, 3);
        Policy policy = settings.networks(REALS, tensors).policy(new NumpyGenerator(1));
        PolicyActor actor = new PolicyActor(policy, tensors);
        assertThat(actor.memorySize()).isEqualTo(1 + 4);
        float[] memory = new float[2 * 5];
        RowRandom random = random(1);
        List<float[]> chosen = new ArrayList<>();
        for (int t = 0; t < 4; t++) {
            chosen.add(act(actor, true, memory, random));
        }
        assertThat(chosen.get(1)).containsExactly(chosen.get(0));
        assertThat(chosen.get(2)).containsExactly(chosen.get(0));
        assertThat(chosen.get(3)).doesNotContain(chosen.get(0));

        float[] before = memory.clone();
        float[] mode = act(actor, false, memory, random);
        assertThat(mode).doesNotContain(chosen.get(3)).containsExactly(act(actor, false, new float[10], random));
        assertThat(memory).as("greedy play changes nothing").containsExactly(before);

        Arrays.fill(memory, 0, 5, 0);
        float[] next = act(actor, true, memory, random);
        assertThat(next[0]).isNotEqualTo(chosen.get(3)[0]);
        assertThat(next[1]).isEqualTo(chosen.get(3)[1]);
    }

    /** In states 1 and 2. */
    private static float[] act(PolicyActor actor, boolean explore, float[] memory, RowRandom random) {
        Actions out = Actions.of(REALS.actionSpace(), 2);
        actor.act(
                new ActRequest(
                        Observations.of(new float[] {1, 2}, 1), Masks.ALL, memory, random, new Progress(0, 1), explore),
                out);
        return out.reals().clone();
    }
}
