package org.ascentrl.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.ascentrl.collect.Collector;
import org.ascentrl.state.Snapshot;
import org.ascentrl.state.StateException;
import org.ascentrl.training.Listener;
import org.ascentrl.training.Trainer;
import org.ascentrl.training.TrainingContext;
import org.ascentrl.training.UpdateReport;
import org.ascentrl.wiring.Experiment;
import org.ascentrl.wiring.TestPlugin;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointsTest {

    @TempDir
    Path directory;

    private Path files = Path.of("");

    @BeforeEach
    void name() {
        files = directory.resolve("checkpoints");
    }

    /** Trains in updates of 20 steps, from {@code start} on, with {@code each} after each update. */
    private static TrainingContext train(int steps, Consumer<TrainingContext> start, Consumer<TrainingContext> each) {
        try (Experiment experiment = TestPlugin.experiment("training.steps=" + steps);
                Collector collector = experiment.collector()) {
            Trainer trainer = experiment.trainer(experiment.learner(), collector, List.of(new Listener() {
                @Override
                public void updated(UpdateReport update) {
                    each.accept(update.training());
                }
            }));
            start.accept(trainer.context());
            return trainer.train();
        }
    }

    private static void train(int steps, Consumer<TrainingContext> each) {
        train(steps, context -> {}, each);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> all = Files.list(files)) {
            return all.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static Consumer<TrainingContext> from(Checkpoints checkpoints) {
        return context -> checkpoints.latest().orElseThrow().restore(context);
    }

    @Test
    void keepsTheLatestFew() throws IOException {
        train(100, new Checkpoints(files, 2)::save);
        assertThat(names())
                .containsExactly(
                        "step-000000000080.json",
                        "step-000000000080.safetensors",
                        "step-000000000100.json",
                        "step-000000000100.safetensors");
        assertThat(Files.readString(files.resolve("step-000000000080.json")))
                .contains("\"steps\" : 80", "\"updates\" : 4", "\"episodes\" : 16", "\"meanReturn100\" : ");
    }

    @Test
    void theBestHasItsScoreAndItsActor() throws IOException {
        Checkpoints checkpoints = new Checkpoints(files, 1);
        assertThat(checkpoints.bestScore()).isEmpty();
        assertThat(checkpoints.bestActor()).isEmpty();
        List<String> actors = new ArrayList<>();
        train(20, context -> {
            checkpoints.saveBest(context, 0.1);
            actors.add(Snapshot.of(context.algorithm().actor()).sha256());
        });
        assertThat(checkpoints.bestScore()).hasValue(0.1);
        assertThat(checkpoints.bestActor().orElseThrow().sha256()).isEqualTo(actors.get(0));
        assertThat(Files.readString(files.resolve("best.json"))).contains("\"score\" : 0.1");
        assertThat(checkpoints.latest()).isEmpty();
    }

    @Test
    void oneThatCannotBeReadIsPassedOverForTheOneBefore() throws IOException {
        Checkpoints checkpoints = new Checkpoints(files, 3);
        train(60, checkpoints::save);
        Files.write(files.resolve("step-000000000060.safetensors"), new byte[100]);
        List<Long> steps = new ArrayList<>();
        train(60, from(checkpoints), context -> steps.add(context.progress().steps()));
        assertThat(steps).containsExactly(60L);
    }

    @Test
    void ifNoneCanBeReadTheErrorNamesTheFile() throws IOException {
        Checkpoints checkpoints = new Checkpoints(files, 1);
        train(20, checkpoints::save);
        Path file = files.resolve("step-000000000020.safetensors");
        Files.write(file, new byte[100]);
        assertThatThrownBy(checkpoints::latest)
                .isInstanceOf(StateException.class)
                .hasMessageStartingWith(file + " cannot be read as safetensors: ");
    }

    @Test
    void oneOfLaterStepsGivesWayToTheContinuation() throws IOException {
        Checkpoints checkpoints = new Checkpoints(files, 1);
        train(60, checkpoints::save);
        Files.move(files.resolve("step-000000000060.safetensors"), files.resolve("step-000000000080.safetensors"));
        train(20, checkpoints::save);
        assertThat(names()).contains("step-000000000020.safetensors").doesNotContain("step-000000000080.safetensors");
    }

    @Test
    void clearsAwayWhatAnEndedProcessHalfWrote() throws IOException {
        Files.createDirectories(files);
        Files.write(files.resolve("step-000000000020.safetensors.1a2b3c4d.tmp"), new byte[10]);
        Files.write(files.resolve("step-000000000020.json.1234abcd.tmp"), new byte[10]);
        train(20, new Checkpoints(files, 1)::save);
        assertThat(names()).containsExactly("step-000000000020.json", "step-000000000020.safetensors");
    }
}
