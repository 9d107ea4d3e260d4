package org.ascentrl.experience;

/**
 * The amount of fresh experience that an algorithm needs of each slot: a number of steps, or of whole episodes.
 *
 * <p>With episodes, each slot runs its own number to their end and then rests: to stop at the first that finish would
 * favor short ones.
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
