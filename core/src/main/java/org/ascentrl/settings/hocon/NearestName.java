package org.ascentrl.settings.hocon;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds what a misspelt name was probably meant to be. */
public final class NearestName {

    private NearestName() {}

    /**
     * The known name nearest to a wrong one, if any is near enough to be worth suggesting.
     *
     * <p>A known name that begins with the wrong one is nearest, from three letters on. Otherwise near means few
     * insertions, deletions, replacements and swaps of neighbors (the optimal string alignment distance): at most a
     * third of the longer name's length, and one for short names. Case does not count, nor does {@code _} for
     * {@code -}. Of equally near names the one with the longest common beginning is taken, then the first in
     * alphabetical order.
     *
     * @param wrong what was written
     * @param known the names to choose from, not modified
     */
    public static Optional<String> of(String wrong, Collection<String> known) {
        String folded = fold(wrong);
        return known.stream()
                .map(name -> Candidate.of(name, folded))
                .filter(Candidate::near)
                .min(Comparator.comparing(Candidate::begins, Comparator.reverseOrder())
                        .thenComparingInt(Candidate::distance)
                        .thenComparingInt(c -> -c.commonPrefix())
                        .thenComparing(Candidate::name))
                .map(Candidate::name);
    }

    private record Candidate(String name, boolean begins, int distance, int commonPrefix, boolean near) {

        static Candidate of(String name, String wrong) {
            String folded = fold(name);
            int longer = Math.max(folded.length(), wrong.length());
            int cutOff = longer < 2 ? 0 : Math.max(1, longer / 3);
            boolean begins = wrong.length() >= 3 && folded.startsWith(wrong);
            int lengths = Math.abs(folded.length() - wrong.length());
            int distance = begins || lengths > cutOff ? lengths : editDistance(wrong, folded);
            return new Candidate(name, begins, distance, sharedPrefix(wrong, folded), begins || distance <= cutOff);
        }
    }

    private static String fold(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static int sharedPrefix(String a, String b) {
        int i = 0;
        while (i < Math.min(a.length(), b.length()) && a.charAt(i) == b.charAt(i)) {
            i++;
        }
        return i;
    }

    private static int editDistance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int replaced = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                d[i][j] = Math.min(replaced, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (swapped) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
