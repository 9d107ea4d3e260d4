package org.ascentrl.report.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.LongStream;
import org.ascentrl.report.sweep.SeedResult.Finished;
import org.ascentrl.report.sweep.SeedResult.Score;
import org.junit.jupiter.api.Test;

/** The texts stand in src/test/resources/sweep. */
class SweepTableTest {

    @Test
    void showsSeedsOfEveryKind() throws IOException {
        assertThat(markdown(Sweeps.mixed())).isEqualTo(golden("mixed.md"));
        assertThat(SweepCsv.seeds(Sweeps.mixed())).isEqualTo(golden("mixed.csv"));
        assertThat(summaryCsv(Sweeps.mixed())).isEqualTo(golden("mixed-summary.csv"));
    }

    @Test
    void saysNothingOfAClaimWhereTenSeedsFinished() throws IOException {
        SeedResult[] seeds = LongStream.rangeClosed(1, 10)
                .mapToObj(seed -> Sweeps.finished(seed, 10_000 * seed, 470 + 2.0 * seed))
                .toArray(SeedResult[]::new);
        assertThat(markdown(Sweeps.of(seeds))).isEqualTo(golden("ten.md"));
    }

    @Test
    void showsASweepWithoutAScore() throws IOException {
        SweepResult sweep = Sweeps.of(Sweeps.failed(1), Sweeps.failed(2));
        assertThat(markdown(sweep)).isEqualTo(golden("failed.md"));
        assertThat(summaryCsv(sweep)).isEqualTo(golden("failed-summary.csv"));
    }

    @Test
    void showsMoreDigitsOfSmallReturnsAndNoThresholdWhereThereIsNone() throws IOException {
        Finished run = new Finished(
                1,
                Path.of("runs|1"),
                Sweeps.finished(1, -1, 0.5).training(),
                new Score(0.7125, 0.25, 20),
                new Score(-0.5, 0.125, 20),
                "0123456789");
        SweepResult sweep = new SweepResult("my, own.conf", "Walk-v0", OptionalDouble.empty(), List.of(run));
        assertThat(markdown(sweep)).isEqualTo(golden("small.md"));
        assertThat(summaryCsv(sweep)).isEqualTo(golden("small-summary.csv"));
    }

    @Test
    void isTheSameInEveryLocale() throws IOException {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(markdown(Sweeps.mixed())).isEqualTo(golden("mixed.md"));
            assertThat(SweepCsv.seeds(Sweeps.mixed())).isEqualTo(golden("mixed.csv"));
        } finally {
            Locale.setDefault(before);
        }
    }

    private static String markdown(SweepResult sweep) {
        return SweepTable.markdown(sweep, SweepSummary.of(sweep));
    }

    private static String summaryCsv(SweepResult sweep) {
        return SweepCsv.summary(sweep, SweepSummary.of(sweep));
    }

    private static String golden(String name) throws IOException {
        try (InputStream in = SweepTableTest.class.getResourceAsStream("/sweep/" + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
