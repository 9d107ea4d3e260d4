package org.ascentrl.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongFunction;
import org.ascentrl.actor.Actor;
import org.ascentrl.algorithm.Algorithm;
import org.ascentrl.algorithm.Metrics;
import org.ascentrl.collect.Collector;
import org.ascentrl.experience.Horizon;
import org.ascentrl.experience.Progress;
import org.ascentrl.experience.Rollout;
import org.ascentrl.policy.Model;
import org.ascentrl.state.Snapshot;
import org.ascentrl.state.State;
import org.ascentrl.training.Listener;
import org.ascentrl.training.Trainer;
import org.ascentrl.training.UpdateReport;
import org.ascentrl.wiring.Experiment;
import org.ascentrl.wiring.Learner;
import org.ascentrl.wiring.TestPlugin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvSinkTest {

    @TempDir
    Path directory;

    /** Acts as another, learns nothing, and reports what it is told to. */
    private static final class Reporting implements Algorithm {

        private final Actor actor;
        private final LongFunction<Metrics> metrics;
        private long updates;

        Reporting(Actor actor, LongFunction<Metrics> metrics) {
            this.actor = actor;
            this.metrics = metrics;
        }

        @Override
        public Actor actor() {
            return actor;
        }

        @Override
        public List<Model> models() {
            return List.of();
        }

        @Override
        public Horizon horizon(Progress p) {
            return Horizon.steps(2);
        }

        @Override
        public Metrics update(Rollout fresh, Progress p) {
            return metrics.apply(++updates);
        }

        @Override
        public void state(State s) {}
    }

    /** Steps two at a time through episodes of five steps, of which each gives 1. */
    private static void train(int steps, LongFunction<Metrics> metrics, Listener listener) {
        train(Optional.empty(), steps, metrics, listener);
    }

    /** Goes on from how training stood, and says how it stands then. */
    private static Snapshot train(
            Optional<Snapshot> before, int steps, LongFunction<Metrics> metrics, Listener... listeners) {
        try (Experiment experiment = TestPlugin.experiment("training.slots=1", "Identity-v0.states=1");
                Collector collector = experiment.collector()) {
            Learner learner = experiment.learner();
            Reporting algorithm = new Reporting(learner.algorithm().actor(), metrics);
            Trainer trainer = new Trainer(
                    algorithm,
                    collector,
                    learner.tensors(),
                    experiment.environment().spec(),
                    steps,
                    List.of(listeners));
            before.ifPresent(standing -> standing.restore(trainer.context()));
            return Snapshot.of(trainer.train());
        }
    }

    /** The lines of the file, without the speed at their ends. */
    private List<String> lines(int steps, LongFunction<Metrics> metrics) throws IOException {
        return lines(steps, metrics, 0);
    }

    private List<String> lines(int steps, LongFunction<Metrics> metrics, long every) throws IOException {
        Path file = directory.resolve("metrics.csv");
        train(steps, metrics, new CsvSink(new SinkSetup(directory, every)));
        List<String> lines = Files.readAllLines(file);
        assertThat(lines.get(0)).endsWith(",steps_per_second");
        assertThat(lines.subList(1, lines.size())).allMatch(line -> line.matches(".*,\\d+"));
        return withoutSpeed(lines);
    }

    private static List<String> withoutSpeed(List<String> lines) {
        return lines.stream()
                .map(line -> line.substring(0, line.lastIndexOf(',')))
                .toList();
    }

    @Test
    void writesALineAfterEachUpdateUnderAHeader() throws IOException {
        assertThat(lines(8, n -> Metrics.of("loss", -0.5 * n, "entropy", 1e-7)))
                .containsExactly(
                        "update,steps,episodes,mean_return_100,mean_length_100,evaluation_return,loss,entropy",
                        "1,2,0,,,,-0.5,1.0E-7",
                        "2,4,0,,,,-1.0,1.0E-7",
                        "3,6,1,5.0,5.0,,-1.5,1.0E-7",
                        "4,8,1,5.0,5.0,,-2.0,1.0E-7");
    }

    @Test
    void linesBeforeTheFirstMetricsHaveEmptyCells() throws IOException {
        assertThat(lines(6, n -> n < 3 ? Metrics.none() : Metrics.of("loss", 1.0 * n)))
                .containsExactly(
                        "update,steps,episodes,mean_return_100,mean_length_100,evaluation_return,loss",
                        "1,2,0,,,,",
                        "2,4,0,,,,",
                        "3,6,1,5.0,5.0,,3.0");
    }

    @Test
    void aStopBeforeThatCostsNoColumn() throws IOException {
        Path file = directory.resolve("metrics.csv");
        Snapshot stopped = train(Optional.empty(), 4, n -> Metrics.none(), new CsvSink(new SinkSetup(directory, 0)));
        assertThat(file).content().startsWith("update,steps,").hasLineCount(3);
        train(Optional.of(stopped), 6, n -> Metrics.of("loss", 1.0 * n), new CsvSink(new SinkSetup(directory, 0)));
        assertThat(withoutSpeed(Files.readAllLines(file)))
                .containsExactly(
                        "update,steps,episodes,mean_return_100,mean_length_100,evaluation_return,loss",
                        "1,2,0,,,,",
                        "2,4,0,,,,",
                        "3,6,1,5.0,5.0,,1.0");
    }

    @Test
    void writesALineEverySoManySteps() throws IOException {
        assertThat(lines(12, n -> Metrics.of("loss", 1.0 * n), 5))
                .containsExactly(
                        "update,steps,episodes,mean_return_100,mean_length_100,evaluation_return,loss",
                        "3,6,1,5.0,5.0,,3.0",
                        "5,10,2,5.0,5.0,,5.0",
                        "6,12,2,5.0,5.0,,6.0");
    }

    @Test
    void theLastUpdateHasALineWhateverTheInterval() throws IOException {
        assertThat(lines(6, n -> Metrics.of("loss", 1.0 * n), 1_000_000))
                .containsExactly(
                        "update,steps,episodes,mean_return_100,mean_length_100,evaluation_return,loss",
                        "3,6,1,5.0,5.0,,3.0");
    }

    @Test
    void aMetricThatComesLateGetsAColumn() throws IOException {
        assertThat(lines(6, n -> switch ((int) n) {
                    case 1 -> Metrics.of("loss", 1, "norm", 2);
                    case 2 -> Metrics.of("norm", 3);
                    default -> Metrics.of("new", 9, "loss", 4);
                }))
                .containsExactly(
                        "update,steps,episodes,mean_return_100,mean_length_100,evaluation_return,loss,norm,new",
                        "1,2,0,,,,1.0,2.0,",
                        "2,4,0,,,,,3.0,",
                        "3,6,1,5.0,5.0,,4.0,,9.0");
    }

    /** A failure, and what a kill leaves: what was handed over before a checkpoint. */
    @Test
    void aFailureLosesNoLine() throws IOException {
        CsvSink sink = new CsvSink(new SinkSetup(directory, 0));
        assertThatThrownBy(() -> train(20, n -> n < 3 ? Metrics.none() : Metrics.of("loss", Double.NaN), sink))
                .isInstanceOf(ArithmeticException.class);
        assertThat(Files.readAllLines(directory.resolve("metrics.csv"))).hasSize(3);
    }

    @Test
    void warmUpIsHandedOverAtACheckpoint() throws IOException {
        CsvSink sink = new CsvSink(new SinkSetup(directory, 0));
        Path file = directory.resolve("metrics.csv");
        List<Integer> flushed = new ArrayList<>();
        train(Optional.empty(), 6, n -> Metrics.none(), sink, new Listener() {
            @Override
            public void updated(UpdateReport update) {
                sink.flush();
                try {
                    flushed.add(Files.readAllLines(file).size());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        });
        assertThat(flushed).containsExactly(2, 3, 4);
    }

    /** Metrics that come and go, with a stop at each update, and lines after it that are dropped. */
    @Test
    void stopsChangeNothing() throws IOException {
        LongFunction<Metrics> metrics = n -> Metrics.of("m" + n % 3, 1.0 * n);
        List<String> whole = lines(12, metrics);
        for (int stop = 2; stop < 12; stop += 2) {
            long updates = stop / 2;
            Snapshot stopped = train(Optional.empty(), stop, metrics, new CsvSink(new SinkSetup(directory, 0)));
            LongFunction<Metrics> rest = n -> metrics.apply(n + updates);
            train(Optional.of(stopped), 8, rest, new CsvSink(new SinkSetup(directory, 0)));
            train(Optional.of(stopped), 12, rest, new CsvSink(new SinkSetup(directory, 0)));
            assertThat(withoutSpeed(Files.readAllLines(directory.resolve("metrics.csv"))))
                    .isEqualTo(whole);
        }
    }

    @Test
    void writesNumbersForMachines() throws IOException {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            assertThat(lines(2, n -> Metrics.of("loss", 1234.5))).endsWith("1,2,0,,,,1234.5");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void replacesWhatWasThere() throws IOException {
        Files.writeString(directory.resolve("metrics.csv"), "an earlier run");
        assertThat(lines(2, n -> Metrics.none())).hasSize(2);
    }

    @Test
    void namesTheFileThatCannotBeWritten() {
        Path file = directory.resolve("gone/metrics.csv");
        assertThatThrownBy(() -> train(2, n -> Metrics.none(), new CsvSink(new SinkSetup(file.getParent(), 0))))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage(file + " cannot be written: " + file
                        + ": no such file or directory. See that the disk has room and the directory is there");
    }
}
