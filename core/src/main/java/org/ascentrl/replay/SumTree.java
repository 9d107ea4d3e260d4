package org.ascentrl.replay;

import java.util.Arrays;

/**
 * Numbers that are not negative, with their sum and the sums of all binary parts: to change one and to find one by its share
 * of the sum takes logarithmic time.
 */
final class SumTree {

    private final int leaves;
    private final double[] sums;

    /** All are 0. */
    SumTree(int size) {
        leaves = Math.max(1, Integer.highestOneBit(Math.max(1, size - 1)) << 1);
        sums = new double[2 * leaves];
    }

    static long bytes(int size) {
        return 2L * Double.BYTES * Math.max(1, Integer.highestOneBit(Math.max(1, size - 1)) << 1);
    }

    double get(int i) {
        return sums[leaves + i];
    }

    void set(int i, double number) {
        int node = leaves + i;
        sums[node] = number;
        for (node >>= 1; node > 0; node >>= 1) {
            sums[node] = sums[2 * node] + sums[2 * node + 1];
        }
    }

    double total() {
        return sums[1];
    }

    /** The first i of which the numbers up to it, itself included, sum to more than {@code target}; never one that is 0. */
    int find(double target) {
        int node = 1;
        double rest = target;
        while (node < leaves) {
            int left = 2 * node;
            if (rest < sums[left] || sums[left + 1] == 0) { // rounding may leave a rest behind the last
                node = left;
            } else {
                rest -= sums[left];
                node = left + 1;
            }
        }
        return node - leaves;
    }

    double[] toArray(int size) {
        return Arrays.copyOfRange(sums, leaves, leaves + size);
    }
}
