package org.ascentrl.report.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.ascentrl.random.NumpyGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingCurveTest {

    private static final String HEADER = "update,steps,episodes,mean_return_100,loss\n";

    @TempDir
    private Path directory;

    @Test
    void readsTwoColumnsWhereverTheyStand() throws IOException {
        TrainingCurve curve = read("mean_return_100,loss,steps\n12.5,NaN,61\n-2E1,,130\n");
        assertThat(curve.steps()).containsExactly(61, 130);
        assertThat(curve.returns()).containsExactly(12.5, -20);
    }

    @Test
    void leavesOutRowsWithoutAMeanReturnAndTakesTheLastOfAStep() throws IOException {
        TrainingCurve curve = read(HEADER + "1,10,0,,\r\n2,20,1,5,\n3,20,2,6,1\n4,30,2,7,");
        assertThat(curve.steps()).containsExactly(20, 30);
        assertThat(curve.returns()).containsExactly(6, 7);
        assertThat(read(HEADER).isEmpty()).isTrue();
        assertThat(read(HEADER + "1,10,0,,\n").isEmpty()).isTrue();
    }

    @Test
    void readsMoreRowsThanItFirstMakesRoomFor() throws IOException {
        StringBuilder text = new StringBuilder(HEADER);
        IntStream.range(0, 5000).forEach(i -> text.append(i + "," + 3 * i + ",0," + i + ".5,\n"));
        TrainingCurve curve = read(text.toString());
        assertThat(curve.size()).isEqualTo(5000);
        assertThat(curve.at(3 * 4999)).isEqualTo(4999.5);
        assertThat(curve.at(3 * 777)).isEqualTo(777.5);
    }

    @Test
    void namesFileAndLineOfWhatIsWrong() {
        assertWrong("", "line 1: the file is empty; a header with the columns steps and mean_return_100 is needed");
        assertWrong("update,steps\n", "line 1: no column mean_return_100 in the header \"update,steps\"");
        assertWrong("\u0089PNG\r\n" + "x".repeat(90), "line 1: no column steps in the header \"\u0089PNG\"");
        assertWrong(HEADER + "1,10,0,3\n", "line 2: 4 cells under a header of 5 columns");
        assertWrong(HEADER + "1,10,0,3,4\n\n", "line 3: 1 cells under a header of 5 columns");
        assertWrong(HEADER + "1,1e3,0,3,4\n", "line 2: steps is \"1e3\"; it must be a whole number");
        assertWrong(HEADER + "1,-1,0,3,4\n", "line 2: steps is -1; it must not be negative");
        assertWrong(HEADER + "1,20,0,3,4\n2,10,0,3,4\n", "line 3: steps is 10 after 20; it must not decrease");
        assertWrong(
                HEADER + "1,20,0,NaN,4\n", "line 2: mean_return_100 is \"NaN\"; it must be a finite number or empty");
        assertWrong(
                HEADER + "1,20,0," + "y".repeat(50) + ",4\n",
                "line 2: mean_return_100 is \"" + "y".repeat(40) + "...\"; it must be a finite number or empty");
    }

    @Test
    void aMissingFileIsNamed() {
        Path missing = directory.resolve("missing.csv");
        assertThatExceptionOfType(NoSuchFileException.class)
                .isThrownBy(() -> TrainingCurve.read(missing))
                .withMessage(missing.toString());
    }

    @Test
    void isLinearBetweenPointsAndHoldsItsEnds() {
        TrainingCurve curve = new TrainingCurve(new double[] {10, 20, 40}, new double[] {1, 3, -1});
        assertThat(curve.at(0)).isEqualTo(1);
        assertThat(curve.at(10)).isEqualTo(1);
        assertThat(curve.at(15)).isEqualTo(2);
        assertThat(curve.at(35)).isEqualTo(0);
        assertThat(curve.at(99)).isEqualTo(-1);
    }

    @Test
    void reducedKeepsEndsAndExtremesOfEachColumn() {
        int n = 10_000;
        NumpyGenerator random = new NumpyGenerator(4);
        double[] steps = IntStream.range(0, n).mapToDouble(i -> 10 * i).toArray();
        double[] returns = random.doubles(n).toArray();
        TrainingCurve curve = new TrainingCurve(steps, returns);
        TrainingCurve reduced = curve.reduced(50, 100_000);
        assertThat(reduced.size()).isBetween(3 * 50, 4 * 50);
        assertThat(reduced.firstStep()).isEqualTo(0);
        assertThat(reduced.lastStep()).isEqualTo(99_990);
        for (int column = 0; column < 50; column++) {
            double from = column * 2000;
            double[] all = within(curve, from);
            assertThat(within(reduced, from))
                    .contains(all[0], all[all.length - 1])
                    .contains(Arrays.stream(all).max().orElseThrow())
                    .contains(Arrays.stream(all).min().orElseThrow());
        }
        assertThat(curve.reduced(2500, 100_000)).isSameAs(curve);
    }

    @Test
    void refusesWhatIsNoCurve() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TrainingCurve(new double[1], new double[2]))
                .withMessage("curve: 1 steps, 2 mean returns; one for each is needed");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TrainingCurve(new double[] {5, 5}, new double[2]))
                .withMessage("curve: step 5.0 after 5.0; steps must increase");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TrainingCurve(new double[] {5}, new double[] {Double.NaN}))
                .withMessage("curve: point 0 is (5.0, NaN); both must be finite numbers");
    }

    private static double[] within(TrainingCurve curve, double from) {
        double[] steps = curve.steps();
        double[] returns = curve.returns();
        return IntStream.range(0, curve.size())
                .filter(i -> steps[i] >= from && steps[i] < from + 2000)
                .mapToDouble(i -> returns[i])
                .toArray();
    }

    private void assertWrong(String text, String message) {
        assertThatExceptionOfType(MetricsFormatException.class)
                .isThrownBy(() -> read(text))
                .withMessage(directory.resolve("metrics.csv") + ", " + message);
    }

    private TrainingCurve read(String text) throws IOException {
        Path file = directory.resolve("metrics.csv");
        return TrainingCurve.read(Files.writeString(file, text, StandardCharsets.ISO_8859_1));
    }
}
