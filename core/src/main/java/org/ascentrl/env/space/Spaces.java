package org.ascentrl.env.space;

import java.util.Arrays;
import org.ascentrl.random.NumpyGenerator;

/** Functions that the spaces share. */
final class Spaces {

    private Spaces() {}

    static void requireContained(Space space, Action element) {
        if (!space.contains(element)) {
            throw new IllegalArgumentException("flat: " + element + " is not in " + space);
        }
    }

    static void requireMask(Space space, boolean[] mask) {
        if (mask.length != space.choices()) {
            throw new IllegalArgumentException("sample: a mask of " + mask.length + " entries, but " + space + " has "
                    + space.choices() + " choices");
        }
    }

    /** Returns whether {@code flat} has a one among {@code n} numbers from {@code from}, and zeros else. */
    static boolean oneHot(float[] flat, int from, int n) {
        int ones = 0;
        int zeros = 0;
        for (int i = from; i < from + n; i++) {
            ones += flat[i] == 1 ? 1 : 0;
            zeros += flat[i] == 0 ? 1 : 0;
        }
        return ones == 1 && zeros == n - 1;
    }

    /** Draws a number below {@code n} from those that are valid by the mask's entries from {@code from} on. */
    static int allowed(NumpyGenerator random, boolean[] mask, int from, int n) {
        int[] allowed = new int[n];
        int count = 0;
        for (int i = 0; i < n; i++) {
            if (mask[from + i]) {
                allowed[count++] = i;
            }
        }
        if (count == 0) {
            throw new IllegalArgumentException("sample: the mask " + Arrays.toString(mask)
                    + " forbids all choices of an integer; at least one must be allowed");
        }
        return allowed[random.nextInt(count)];
    }
}
