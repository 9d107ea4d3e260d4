package org.ascentrl.actor;

import java.util.random.RandomGenerator;
import org.ascentrl.distribution.Greedy;
import org.ascentrl.experience.Decay;
import org.ascentrl.experience.Progress;
import org.ascentrl.settings.Setting;
import org.jspecify.annotations.Nullable;

/** How to leave the best action for others, by the values of all. */
public record Exploration(
        @Setting(
                "epsilon-greedy: now and then any action; boltzmann: by the softmax of the values; noisy: the best by noisy"
                        + " layers")
        Kind kind,

        Decay epsilon,
        Decay temperature) {

    public enum Kind {
        /** Any action with probability ε, else the best. */
        EPSILON_GREEDY,
        /** With probabilities softmax(Q / temperature). */
        BOLTZMANN,
        /** The best, by layers that are {@link org.ascentrl.nn.NoisyDense}. */
        NOISY
    }

    /** ε or the temperature, whichever counts; 0 for noisy layers. */
    public double at(Progress p) {
        return switch (kind) {
            case EPSILON_GREEDY -> epsilon.at(p);
            case BOLTZMANN -> temperature.at(p);
            case NOISY -> 0;
        };
    }

    /**
     * An action of one row.
     *
     * @param q the values of A actions for each row
     * @param masks what is allowed, alike; null if everything is
     */
    int choose(float[] q, boolean @Nullable [] masks, int row, int choices, RandomGenerator random, Progress p) {
        return switch (kind) {
            case EPSILON_GREEDY ->
                random.nextDouble() < epsilon.at(p)
                        ? any(masks, row, choices, random)
                        : Greedy.action(q, masks, row, choices);
            case BOLTZMANN -> soft(q, masks, row, choices, random, temperature.at(p));
            case NOISY -> Greedy.action(q, masks, row, choices);
        };
    }

    /** One of those allowed, all alike. */
    static int any(boolean @Nullable [] masks, int row, int choices, RandomGenerator random) {
        int allowed = 0;
        for (int i = 0; i < choices; i++) {
            allowed += masks == null || masks[row * choices + i] ? 1 : 0;
        }
        int nth = random.nextInt(Math.max(1, allowed));
        int choice = -1;
        for (int i = 0; i < choices && nth >= 0; i++) {
            if (masks == null || masks[row * choices + i]) {
                nth--;
                choice = i;
            }
        }
        return choice;
    }

    /** By inversion of the cumulative distribution, in double; without temperature the best. */
    private static int soft(
            float[] q, boolean @Nullable [] masks, int row, int choices, RandomGenerator random, double temperature) {
        int best = Greedy.action(q, masks, row, choices);
        if (temperature == 0) {
            return best;
        }
        double greatest = q[row * choices + best];
        double[] cumulative = new double[choices];
        double total = 0;
        for (int i = 0; i < choices; i++) {
            boolean allowed = masks == null || masks[row * choices + i];
            total += allowed ? Math.exp((q[row * choices + i] - greatest) / temperature) : 0;
            cumulative[i] = total;
        }
        double u = random.nextDouble() * total;
        int choice = 0;
        while (cumulative[choice] <= u) {
            choice++;
        }
        return choice;
    }
}
