package org.ascentrl.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ascentrl.distribution.Distribution;
import org.ascentrl.env.space.Action;
import org.ascentrl.env.space.Actions;
import org.ascentrl.env.space.Discrete;
import org.ascentrl.env.space.Masks;
import org.ascentrl.env.space.MultiBinary;
import org.ascentrl.env.space.MultiDiscrete;
import org.ascentrl.env.space.Space;

/** The rules of a policy where each row forbids one choice. */
final class MaskRules {

    private static final int SEEDS = 50;

    private final PolicyProbe probe;
    private final MultiDiscrete space;

    /** @param space of integers alone */
    MaskRules(PolicyProbe probe, Space space) {
        this.probe = probe;
        if (space instanceof Discrete one) {
            this.space = MultiDiscrete.of(new int[] {one.n()}, new int[] {one.start()});
        } else if (space instanceof MultiBinary bits) {
            int[] two = new int[bits.n()];
            Arrays.fill(two, 2);
            this.space = MultiDiscrete.of(two);
        } else {
            this.space = (MultiDiscrete) space;
        }
    }

    void check(int rows) {
        Masks masks = probe.masks(rows);
        Distribution pi = probe.distribution(probe.trained(), rows, masks);
        for (int seed = 0; seed < SEEDS; seed++) {
            checkAllowed(probe.sample(pi, PolicyProbe.streams(seed, rows), rows), masks);
        }
        checkAllowed(probe.mode(pi, rows), masks);
        checkProbabilities(pi, rows, masks);
        double most = 0;
        for (int i = 0; i < space.integers(); i++) {
            most += Math.log(space.n(i));
        }
        for (double entropy : pi.entropy().toDoubles()) {
            assertThat(entropy).as("P09 entropy").isBetween(0.0, most - 1e-5);
        }
    }

    private void checkAllowed(Actions actions, Masks masks) {
        for (int row = 0; row < actions.rows(); row++) {
            assertThat(allowed(actions.get(row), row, masks))
                    .as("P09 action %s of row %d", actions.get(row), row)
                    .isTrue();
        }
    }

    private boolean allowed(Action action, int row, Masks masks) {
        boolean allowed = true;
        int from = 0;
        for (int i = 0; i < space.integers(); i++) {
            allowed &= masks.allows(row, from + action.integer(i) - space.start(i));
            from += space.n(i);
        }
        return allowed;
    }

    private void checkProbabilities(Distribution pi, int rows, Masks masks) {
        double[] total = new double[rows];
        for (Action action : everyAction()) {
            double[] logProb = pi.logProb(probe.all(action, rows)).toDoubles();
            for (int row = 0; row < rows; row++) {
                double probability = Math.exp(logProb[row]);
                total[row] += probability;
                if (!allowed(action, row, masks)) {
                    assertThat(probability).as("P09 what is forbidden").isZero();
                }
            }
        }
        for (double sum : total) {
            assertThat(sum).as("P09 probabilities").isCloseTo(1, within(1e-5));
        }
    }

    private List<Action> everyAction() {
        List<int[]> actions = List.of(new int[space.integers()]);
        for (int i = 0; i < space.integers(); i++) {
            List<int[]> longer = new ArrayList<>();
            for (int[] action : actions) {
                for (int value = 0; value < space.n(i); value++) {
                    int[] next = action.clone();
                    next[i] = space.start(i) + value;
                    longer.add(next);
                }
            }
            actions = longer;
        }
        return actions.stream().map(Action::of).toList();
    }
}
