package org.ascentrl.experience;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.env.space.Action;
import org.ascentrl.env.space.Discrete;
import org.ascentrl.env.space.Masks;
import org.ascentrl.random.NumpyGenerator;
import org.ascentrl.testing.Rollouts;
import org.junit.jupiter.api.Test;

class MinibatchTest {

    private static final EnvironmentSpec SPEC = Rollouts.spec(2, new Discrete(3));

    private static double[] numbers(int n) {
        return DoubleStream.iterate(0, i -> i + 1).limit(n).toArray();
    }

    @Test
    void eachRowIsInOneMinibatch() {
        Rollout tau = Rollouts.random(SPEC, 1, 9); // 27 rows
        List<Minibatch> minibatches = Minibatch.shuffled(tau, 8, new NumpyGenerator(3));
        assertThat(minibatches).extracting(Minibatch::rows).containsExactly(8, 8, 8, 3);
        List<Double> rows = new ArrayList<>();
        minibatches.forEach(batch -> DoubleStream.of(batch.of(numbers(27))).forEach(rows::add));
        assertThat(rows)
                .doesNotHaveDuplicates()
                .hasSize(27)
                .isNotEqualTo(DoubleStream.of(numbers(27)).boxed().toList());
    }

    @Test
    void theOrderIsNewEachTime() {
        Rollout tau = Rollouts.random(SPEC, 1, 9);
        NumpyGenerator random = new NumpyGenerator(3);
        double[] first = Minibatch.shuffled(tau, 27, random).get(0).of(numbers(27));
        double[] second = Minibatch.shuffled(tau, 27, random).get(0).of(numbers(27));
        assertThat(second).isNotEqualTo(first);
        assertThat(Minibatch.shuffled(tau, 27, new NumpyGenerator(3)).get(0).of(numbers(27)))
                .isEqualTo(first);
    }

    @Test
    void whatBelongsToARowStaysTogether() {
        Rollouts rollouts = Rollouts.of(SPEC);
        for (int i = 0; i < 12; i++) {
            Masks mask = Masks.of(new boolean[] {true, i % 2 == 0, i % 3 == 0}, 3);
            rollouts.step(new float[] {i, -i}, mask, Action.of(i % 3), i);
        }
        Rollout tau = rollouts.terminated().build();
        for (Minibatch batch : Minibatch.shuffled(tau, 5, new NumpyGenerator(1))) {
            float[] observations = batch.observations().floats();
            double[] rows = batch.of(tau.rewards());
            Masks masks = batch.masks();
            for (int k = 0; k < batch.rows(); k++) {
                int i = (int) rows[k];
                assertThat(observations[2 * k]).isEqualTo(i);
                assertThat(observations[2 * k + 1]).isEqualTo(-i);
                assertThat(batch.actions().get(k)).isEqualTo(Action.of(i % 3));
                assertThat(masks.allows(k, 1)).isEqualTo(i % 2 == 0);
                assertThat(masks.allows(k, 2)).isEqualTo(i % 3 == 0);
            }
        }
    }

    @Test
    void whereEverythingIsAllowedThereIsNoMask() {
        Rollout tau = Rollouts.of(SPEC).rewards(1, 2).terminated().build();
        assertThat(Minibatch.shuffled(tau, 2, new NumpyGenerator(1)).get(0).masks())
                .isSameAs(Masks.ALL);
    }
}
