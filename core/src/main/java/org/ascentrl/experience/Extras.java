package org.ascentrl.experience;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The extras of a rollout of R rows in S segments. An array that was not recorded is empty.
 *
 * @param recorded those that were asked for
 * @param logProbs [R]
 * @param memory [S, M]
 * @param info [R] by name, NaN where a step does not name it
 */
record Extras(Set<Extra> recorded, double[] logProbs, float[] memory, Map<String, double[]> info) {

    static final Extras NONE = new Extras(Set.of(), new double[0], new float[0], Map.of());

    /** Joins those that all parts recorded. */
    static Extras concat(List<Rollout> parts) {
        if (parts.stream().allMatch(part -> part.extras().recorded.isEmpty())) {
            return NONE;
        }
        Set<Extra> recorded = EnumSet.allOf(Extra.class);
        Set<String> names = new TreeSet<>();
        for (Rollout part : parts) {
            recorded.retainAll(part.extras().recorded);
            names.addAll(part.extras().info.keySet());
        }
        double[][] logProbs = parts.stream().map(part -> part.extras().logProbs).toArray(double[][]::new);
        Map<String, double[]> info = new TreeMap<>();
        for (String name : names) {
            info.put(
                    name,
                    joined(parts.stream()
                            .map(part -> part.extras().column(name, part.rows()))
                            .toArray(double[][]::new)));
        }
        return new Extras(recorded, joined(logProbs), joinedMemory(parts), info);
    }

    private static double[] joined(double[]... parts) {
        return Arrays.stream(parts).flatMapToDouble(Arrays::stream).toArray();
    }

    private static float[] joinedMemory(List<Rollout> parts) {
        FloatBuffer all = FloatBuffer.allocate(
                parts.stream().mapToInt(part -> part.extras().memory.length).sum());
        parts.forEach(part -> all.put(part.extras().memory));
        return all.array();
    }

    private double[] column(String name, int rows) {
        double[] column = info.get(name);
        if (column == null) {
            column = new double[rows];
            Arrays.fill(column, Double.NaN);
        }
        return column;
    }

    /** @throws IllegalStateException if {@code extra} was not recorded */
    Extras require(Extra extra) {
        if (!recorded.contains(extra)) {
            throw new IllegalStateException("the rollout did not record " + extra
                    + "; an algorithm that reads it names it in Algorithm.extras()");
        }
        return this;
    }
}
