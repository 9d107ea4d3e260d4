package org.ascentrl.examples;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.ascentrl.run.CsvSink;
import org.ascentrl.run.Json;
import org.ascentrl.run.RunDirectory;
import org.ascentrl.run.RunRecord;
import org.ascentrl.training.Callback;
import org.ascentrl.training.Collector;
import org.ascentrl.training.Evaluator;
import org.ascentrl.training.StopWhenSolved;
import org.ascentrl.training.TrainingContext;
import org.ascentrl.wiring.Bootstrap;
import org.ascentrl.wiring.Experiment;
import org.ascentrl.wiring.Learner;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ascent train}: trains, evaluates, and leaves a run directory. */
@Command(
        name = "train",
        description = "Trains an agent, evaluates it, and leaves a run directory.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  ascent train",
            "  ascent train cartpole-reinforce-textbook --set seed=3",
            "  ascent train my-settings.conf --run runs/mine"
        })
final class TrainCommand implements Callable<Integer> {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    @Mixin
    private SettingsOptions settings = new SettingsOptions();

    @Option(names = "--run", paramLabel = "DIR", description = "The run directory, which must not exist yet.")
    private @Nullable Path directory;

    @Option(names = "--json", description = "Print the summary as JSON and nothing else.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        try (Experiment experiment = Bootstrap.discover().experiment(settings.read())) {
            train(experiment, learner(experiment));
        }
        return 0;
    }

    private static Learner learner(Experiment experiment) {
        try {
            return experiment.learner();
        } catch (IllegalArgumentException e) {
            throw new WrongUseException(e.getMessage(), e);
        }
    }

    private void train(Experiment experiment, Learner learner) {
        RunDirectory run = RunDirectory.create(runDirectory());
        run.writeSettings(experiment.text());
        run.writeRecord(new RunRecord(
                experiment.run().seed(),
                learner.backend().description(),
                System.getProperty("ascent.commit", "unknown"),
                Instant.now()));
        PrintWriter out = out();
        TrainingContext result;
        try (CsvSink metrics = run.metrics();
                Collector collector = experiment.collector()) {
            List<Callback> callbacks = new ArrayList<>(List.of(metrics));
            if (experiment.run().training().stopWhenSolved()) {
                callbacks.add(new StopWhenSolved());
            }
            if (!json) {
                callbacks.add(new ProgressLines(out));
            }
            result = experiment.trainer(learner, collector, callbacks).train();
        }
        Evaluator evaluator = experiment.evaluator();
        Summary summary = new Summary(
                experiment,
                learner,
                result,
                evaluator.evaluate(learner.algorithm().actor(), false),
                evaluator.evaluate(learner.algorithm().actor(), true));
        run.writePolicy(learner.algorithm().actor(), summary.contract());
        run.writeSummary(summary.asMap());
        if (json) {
            out.println(Json.render(summary.asMap()));
        } else {
            summary.print(out);
            out.println("run        " + run.path());
        }
    }

    private Path runDirectory() {
        return directory != null
                ? directory
                : Path.of("runs", settings.name() + "-" + LocalDateTime.now().format(TIME));
    }

    private PrintWriter out() {
        CommandSpec known = spec;
        if (known == null) {
            throw new IllegalStateException("not started by the command line");
        }
        return known.commandLine().getOut();
    }
}
