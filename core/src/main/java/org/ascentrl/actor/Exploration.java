package org.ascentrl.actor;

import java.util.random.RandomGenerator;
import org.ascentrl.distribution.Greedy;
import org.ascentrl.env.space.Masks;
import org.ascentrl.experience.Decay;
import org.ascentrl.experience.Progress;
import org.ascentrl.settings.Setting;
import org.ascentrl.settings.WithMethods;

/** An exploration strategy over the values of discrete actions. */
@WithMethods
public record Exploration(
        @Setting(
                "epsilon-greedy: a uniformly random action with probability ε, else the greedy one; boltzmann: sampled from"
                        + " the softmax of the values; noisy: greedy with noisy layers")
        Kind kind,

        Decay epsilon,
        Decay temperature)
        implements ExplorationBuilder.With {

    public enum Kind {
        /** Uniformly random with probability ε, else greedy. */
        EPSILON_GREEDY,
        /** Sampled from softmax(Q / temperature). */
        BOLTZMANN,
        /** Greedy, with the layers {@link org.ascentrl.nn.NoisyDense}. */
        NOISY
    }

    /** Returns true if the network needs noisy layers. */
    public boolean noisy() {
        return kind == Kind.NOISY;
    }

    /** Returns ε or the temperature, depending on the kind; 0 for noisy layers. */
    public double at(Progress p) {
        return switch (kind) {
            case EPSILON_GREEDY -> epsilon.at(p);
            case BOLTZMANN -> temperature.at(p);
            case NOISY -> 0;
        };
    }

    /**
     * Chooses an action for one row.
     *
     * @param q the values [N, A], row-major
     * @param masks [N, A], the action masks
     * @param choices A
     */
    int choose(float[] q, Masks masks, int row, int choices, RandomGenerator random, Progress p) {
        return switch (kind) {
            case EPSILON_GREEDY ->
                random.nextDouble() < epsilon.at(p)
                        ? uniform(masks, row, choices, random)
                        : Greedy.argmax(q, masks, row, choices);
            case BOLTZMANN -> boltzmann(q, masks, row, choices, random, temperature.at(p));
            case NOISY -> Greedy.argmax(q, masks, row, choices);
        };
    }

    /** Draws one of the valid actions, uniformly at random. */
    static int uniform(Masks masks, int row, int choices, RandomGenerator random) {
        int allowed = 0;
        for (int i = 0; i < choices; i++) {
            allowed += masks.allows(row, i) ? 1 : 0;
        }
        int nth = random.nextInt(Math.max(1, allowed));
        int choice = -1;
        for (int i = 0; i < choices && nth >= 0; i++) {
            if (masks.allows(row, i)) {
                nth--;
                choice = i;
            }
        }
        return choice;
    }

    /** Samples by inversion of the cumulative distribution, in double; at temperature 0 the greedy action. */
    private static int boltzmann(
            float[] q, Masks masks, int row, int choices, RandomGenerator random, double temperature) {
        int best = Greedy.argmax(q, masks, row, choices);
        if (temperature == 0) {
            return best;
        }
        double max = q[row * choices + best];
        double[] cumulative = new double[choices];
        double total = 0;
        for (int i = 0; i < choices; i++) {
            boolean allowed = masks.allows(row, i);
            total += allowed ? Math.exp((q[row * choices + i] - max) / temperature) : 0;
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
