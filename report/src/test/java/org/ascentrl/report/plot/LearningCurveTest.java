package org.ascentrl.report.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures are looked at by their pixels: how many of a column, a row or all are of a color. */
class LearningCurveTest {

    private static final OptionalDouble NO_THRESHOLD = OptionalDouble.empty();
    private static final OptionalDouble THRESHOLD = OptionalDouble.of(475);

    @TempDir
    private Path directory;

    @Test
    void writesAPngOfTheNamedSizeOverWhatIsThere() throws IOException {
        Path file = Files.writeString(directory.resolve("learning-curve.png"), "old");
        LearningCurve.ofRun("CartPole-v1", rising(200_000, 500), THRESHOLD).write(file);
        assertThat(Files.readAllBytes(file)).startsWith(0x89, 'P', 'N', 'G');
        BufferedImage image = ImageIO.read(file.toFile());
        assertThat(image.getWidth()).isEqualTo(960);
        assertThat(image.getHeight()).isEqualTo(540);
    }

    @Test
    void drawsInTheAskedSize() throws IOException {
        BufferedImage image = draw(LearningCurve.ofRun("", rising(100, 1), NO_THRESHOLD), 1200, 400);
        assertThat(image.getWidth()).isEqualTo(1200);
        assertThat(image.getHeight()).isEqualTo(400);
    }

    @Test
    void theLineGoesWhereTheCurveGoes() throws IOException {
        BufferedImage image = draw(LearningCurve.ofRun("", rising(200_000, 500), NO_THRESHOLD));
        int[] heights = new int[3];
        for (int i = 0; i < 3; i++) {
            int x = 150 + 300 * i;
            int[] rows = rows(image, x, LearningCurveTest::isBlue);
            assertThat(rows).as("column %d", x).hasSizeBetween(1, 8);
            heights[i] = rows[0];
        }
        assertThat(heights[0] - heights[1]).isBetween(100, 200);
        assertThat(heights[1] - heights[2]).isBetween(heights[0] - heights[1] - 3, heights[0] - heights[1] + 3);
    }

    @Test
    void theThresholdIsADashedLineAboveTheCurveThatStaysBelowIt() throws IOException {
        BufferedImage without = draw(LearningCurve.ofRun("", rising(200_000, 100), NO_THRESHOLD));
        BufferedImage with = draw(LearningCurve.ofRun("", rising(200_000, 100), THRESHOLD));
        assertThat(longestDashedRow(without)).isZero();
        int row = longestDashedRow(with);
        assertThat(row).isPositive();
        assertThat(rows(with, 800, LearningCurveTest::isBlue)[0]).isGreaterThan(row + 200);
    }

    @Test
    void gridLinesStandAtRoundStepsEvenWhereThePointsAreEquallyFarApart() throws IOException {
        // 7 to 700, and the axis ends one hundredth behind: at 707.
        double[] steps = IntStream.rangeClosed(1, 100).mapToDouble(i -> 7 * i).toArray();
        double[] ones = IntStream.rangeClosed(1, 100).mapToDouble(i -> 1).toArray();
        TrainingCurve even = new TrainingCurve(steps, ones);
        steps[50] += 1;
        TrainingCurve uneven = new TrainingCurve(steps, ones);
        int[] lines = verticalLines(draw(LearningCurve.ofRun("", uneven, NO_THRESHOLD)));
        assertThat(lines).as("one or two pixels for each of 0, 50, ..., 700").hasSizeBetween(15, 30);
        assertThat(verticalLines(draw(LearningCurve.ofRun("", even, NO_THRESHOLD))))
                .isEqualTo(lines);
    }

    @Test
    void aSweepShowsABandAndEveryRun() throws IOException {
        List<TrainingCurve> runs = List.of(rising(200_000, 100), rising(200_000, 300), rising(200_000, 500));
        BufferedImage image = draw(LearningCurve.ofSweep("", runs, NO_THRESHOLD));
        int[] band = rows(image, 850, LearningCurveTest::isPaleBlue);
        int[] line = rows(image, 850, LearningCurveTest::isBlue);
        assertThat(band.length).isGreaterThan(150);
        assertThat(line).hasSizeBetween(1, 8);
        assertThat(line[0]).isBetween(band[0] + 50, band[band.length - 1] - 50);
    }

    @Test
    void theBandOfLongNoisyRunsIsNotThatOfTheirExtremes() throws IOException {
        int n = 20_000;
        double[] steps = IntStream.range(0, n).mapToDouble(i -> i).toArray();
        double[] mostlyHigh =
                IntStream.range(0, n).mapToDouble(i -> i % 20 == 10 ? 0 : 100).toArray();
        TrainingCurve run = new TrainingCurve(steps, mostlyHigh);
        BufferedImage image = draw(LearningCurve.ofSweep("", List.of(run, run), NO_THRESHOLD));
        int top = IntStream.range(120, 890)
                .map(x -> rows(image, x, LearningCurveTest::isBlue)[0])
                .min()
                .orElseThrow();
        long high = IntStream.range(120, 890)
                .filter(x -> isBlue(image.getRGB(x, top + 1)))
                .count();
        assertThat(high).isGreaterThan(500);
    }

    @Test
    void theLineIsDashedWhereRunsHaveEnded() throws IOException {
        TrainingCurve flat = new TrainingCurve(new double[] {0, 200_000}, new double[] {300, 300});
        TrainingCurve ended = new TrainingCurve(new double[] {0, 100_000}, new double[] {300, 300});
        BufferedImage image = draw(LearningCurve.ofSweep("", List.of(flat, ended), NO_THRESHOLD));
        int row = rows(image, 200, LearningCurveTest::isBlue)[1];
        long before = IntStream.range(120, 480)
                .filter(x -> isBlue(image.getRGB(x, row)))
                .count();
        long after = IntStream.range(530, 890)
                .filter(x -> isBlue(image.getRGB(x, row)))
                .count();
        assertThat(before).isEqualTo(360);
        assertThat(after).isBetween(150L, 300L);
    }

    @Test
    void theSameCurvesGiveTheSameBytesAndOthersOthers() {
        List<TrainingCurve> runs = List.of(rising(1000, 100), rising(800, 300), rising(600, 500));
        byte[] picture = LearningCurve.ofSweep("a", runs, THRESHOLD).png(960, 540);
        assertThat(LearningCurve.ofSweep("a", runs, THRESHOLD).png(960, 540)).isEqualTo(picture);
        assertThat(LearningCurve.ofSweep("b", runs, THRESHOLD).png(960, 540)).isNotEqualTo(picture);
        assertThat(LearningCurve.ofSweep("a", runs.subList(0, 2), THRESHOLD).png(960, 540))
                .isNotEqualTo(picture);
    }

    @Test
    void aLongRunLooksLikeItsReducedForm() throws IOException {
        int n = 300_000;
        double[] steps = IntStream.range(0, n).mapToDouble(i -> 10 * i).toArray();
        double[] returns = IntStream.range(0, n)
                .mapToDouble(i -> 100 + 50 * Math.sin(i / 20_000.0))
                .toArray();
        TrainingCurve curve = new TrainingCurve(steps, returns);
        TrainingCurve sparse = new TrainingCurve(
                IntStream.range(0, n / 100 + 1)
                        .mapToDouble(i -> Math.min(1000 * i, 10 * (n - 1)))
                        .toArray(),
                IntStream.range(0, n / 100 + 1)
                        .mapToDouble(i -> curve.at(Math.min(1000 * i, 10 * (n - 1))))
                        .toArray());
        BufferedImage one = draw(LearningCurve.ofRun("", curve, NO_THRESHOLD));
        BufferedImage other = draw(LearningCurve.ofRun("", sparse, NO_THRESHOLD));
        for (int x = 100; x < 900; x += 50) {
            assertThat(rows(one, x, LearningCurveTest::isBlue)[0])
                    .isBetween(
                            rows(other, x, LearningCurveTest::isBlue)[0] - 1,
                            rows(other, x, LearningCurveTest::isBlue)[0] + 1);
        }
    }

    @Test
    void drawsCurvesOfOnePointAndOfOneValue() throws IOException {
        TrainingCurve point = new TrainingCurve(new double[] {61}, new double[] {12.5});
        assertThat(blue(draw(LearningCurve.ofRun("", point, NO_THRESHOLD)))).isBetween(20L, 100L);
        TrainingCurve zero = new TrainingCurve(new double[] {0, 1000}, new double[] {0, 0});
        assertThat(blue(draw(LearningCurve.ofRun("", zero, NO_THRESHOLD)))).isGreaterThan(800);
        TrainingCurve start = new TrainingCurve(new double[] {0}, new double[] {3});
        assertThat(draw(LearningCurve.ofSweep("", List.of(start, start), NO_THRESHOLD)))
                .isNotNull();
    }

    @Test
    void refusesNothingToDraw() {
        TrainingCurve empty = new TrainingCurve(new double[0], new double[0]);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LearningCurve.ofSweep("x", List.of(rising(10, 1), empty), NO_THRESHOLD))
                .withMessage("learning curve x: run 1 has no point; leave it out");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LearningCurve.ofSweep("x", List.of(), NO_THRESHOLD))
                .withMessage("learning curve x: no run; at least one is needed");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        LearningCurve.ofRun("x", rising(10, 1), NO_THRESHOLD).png(10, 540))
                .withMessage("learning curve x: 10 x 540 pixels; at least 800 x 400 are needed");
    }

    private static TrainingCurve rising(double end, double to) {
        double[] fractions =
                IntStream.rangeClosed(0, 100).mapToDouble(i -> i / 100.0).toArray();
        return new TrainingCurve(
                IntStream.rangeClosed(0, 100)
                        .mapToDouble(i -> end * fractions[i])
                        .toArray(),
                IntStream.rangeClosed(0, 100)
                        .mapToDouble(i -> to * fractions[i])
                        .toArray());
    }

    private static BufferedImage draw(LearningCurve curve) throws IOException {
        return draw(curve, 960, 540);
    }

    private static BufferedImage draw(LearningCurve curve, int width, int height) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(curve.png(width, height)));
    }

    /** The rows of the plot, legend left out, whose pixel in that column is of that kind. */
    private static int[] rows(BufferedImage image, int x, IntPredicate kind) {
        return IntStream.range(0, image.getHeight() - 60)
                .filter(y -> kind.test(image.getRGB(x, y)))
                .toArray();
    }

    /** The columns whose pixels are colored from the middle of the picture some way up. */
    private static int[] verticalLines(BufferedImage image) {
        return IntStream.range(0, image.getWidth())
                .filter(x -> IntStream.range(200, 260).allMatch(y -> (image.getRGB(x, y) & 0xFFFFFF) != 0xFFFFFF))
                .toArray();
    }

    private static long blue(BufferedImage image) {
        return IntStream.range(0, image.getWidth())
                .mapToLong(x -> rows(image, x, LearningCurveTest::isBlue).length)
                .sum();
    }

    /** The row where grey and white take turns most often, or 0 if that is nowhere often. */
    private static int longestDashedRow(BufferedImage image) {
        int best = 0;
        int most = 100;
        for (int y = 0; y < image.getHeight() - 60; y++) {
            int turns = 0;
            for (int x = 200; x < 900; x++) {
                turns += isGrey(image.getRGB(x, y)) != isGrey(image.getRGB(x - 1, y)) ? 1 : 0;
            }
            if (turns > most) {
                most = turns;
                best = y;
            }
        }
        return best;
    }

    private static boolean isBlue(int rgb) {
        return red(rgb) < 90 && blueOf(rgb) > 150;
    }

    private static boolean isPaleBlue(int rgb) {
        return red(rgb) > 120 && red(rgb) < 225 && blueOf(rgb) - red(rgb) > 25;
    }

    private static boolean isGrey(int rgb) {
        return red(rgb) < 190 && Math.abs(red(rgb) - blueOf(rgb)) < 10;
    }

    private static int red(int rgb) {
        return rgb >> 16 & 0xFF;
    }

    private static int blueOf(int rgb) {
        return rgb & 0xFF;
    }
}
