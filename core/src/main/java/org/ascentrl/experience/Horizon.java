package org.ascentrl.experience;

/**
 * The amount of fresh experience that an algorithm needs of each slot: a number of steps, or of whole episodes.
 *
 * <p>With episodes, each slot completes its own number of episodes and then rests: taking the first ones that finish in
 * any slot would favor short episodes.
 */
public record Horizon(int count, Unit unit) {

    public enum Unit {
        STEPS,
        EPISODES
    }

    public Horizon {
        if (count < 1) {
            throw new IllegalArgumentException("a horizon needs at least 1 of " + unit + ", not " + count);
        }
    }

    public static Horizon steps(int perSlot) {
        return new Horizon(perSlot, Unit.STEPS);
    }

    public static Horizon episodes(int perSlot) {
        return new Horizon(perSlot, Unit.EPISODES);
    }
}
