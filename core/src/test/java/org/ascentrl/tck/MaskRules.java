package org.ascentrl.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.ascentrl.env.Action;
import org.ascentrl.env.Actions;
import org.ascentrl.env.Discrete;
import org.ascentrl.policy.Distribution;

/** What a policy may do where each row forbids one choice. */
final class MaskRules {

    private static final int SEEDS = 50;

    private final PolicyProbe probe;
    private final Discrete space;

    MaskRules(PolicyProbe probe, Discrete space) {
        this.probe = probe;
        this.space = space;
    }

    void check(int rows) {
        boolean[] masks = probe.masks(rows);
        Distribution pi = probe.distribution(probe.trained(), rows, masks);
        for (int seed = 0; seed < SEEDS; seed++) {
            checkAllowed(probe.sample(pi, PolicyProbe.streams(seed, rows), rows), masks);
        }
        checkAllowed(probe.mode(pi, rows), masks);
        checkProbabilities(pi, rows, masks);
        for (double entropy : pi.entropy().toDoubles()) {
            assertThat(entropy).as("P09 entropy").isBetween(0.0, Math.log(space.n() - 1) + 1e-5);
        }
    }

    private void checkAllowed(Actions actions, boolean[] masks) {
        for (int row = 0; row < actions.rows(); row++) {
            int choice = actions.get(row).integer(0) - space.start();
            assertThat(masks[row * space.n() + choice])
                    .as("P09 choice %d of row %d", choice, row)
                    .isTrue();
        }
    }

    private void checkProbabilities(Distribution pi, int rows, boolean[] masks) {
        double[] total = new double[rows];
        for (int choice = 0; choice < space.n(); choice++) {
            Action action = Action.of(space.start() + choice);
            double[] logProb = pi.logProb(probe.all(action, rows)).toDoubles();
            for (int row = 0; row < rows; row++) {
                double probability = Math.exp(logProb[row]);
                total[row] += probability;
                if (!masks[row * space.n() + choice]) {
                    assertThat(probability).as("P09 what is forbidden").isZero();
                }
            }
        }
        for (double sum : total) {
            assertThat(sum).as("P09 probabilities").isCloseTo(1, within(1e-5));
        }
    }
}
