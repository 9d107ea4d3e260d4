package org.ascentrl.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ascentrl.env.Environment;
import org.ascentrl.env.StepResult;
import org.ascentrl.env.space.Action;
import org.ascentrl.env.space.Space;
import org.ascentrl.run.Json;
import org.ascentrl.settings.hocon.Settings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ascent trace}: replays actions and prints what the environment gave. */
@Command(
        name = "trace",
        description = {
            "Replays actions and prints what the environment gave, one JSON object a line.",
            "After an episode's end it resets without a seed and goes on with the next action."
        },
        mixinStandardHelpOptions = true,
        footer = {"", "Example: ascent trace CartPole-v1 --seed 47 --actions actions.json"})
final class TraceCommand implements Callable<Integer>, NeedsCommand.Configured {

    @Mixin
    private EnvironmentOptions environment = new EnvironmentOptions();

    @Option(names = "--seed", required = true, description = "The seed of the first episode, not negative.")
    private long seed;

    @Option(
            names = "--actions",
            required = true,
            paramLabel = "FILE",
            description = "A JSON array with an element for each step: an integer, or an array of numbers.")
    private @Nullable Path file;

    @Spec
    private @Nullable CommandSpec command;

    @Override
    public Settings settings() {
        return environment.settings();
    }

    @Override
    public Integer call() {
        if (seed < 0) {
            throw new WrongUseException("--seed " + seed + ": must not be negative");
        }
        PrintWriter out =
                Optional.ofNullable(command).orElseThrow().commandLine().getOut();
        try (Environment played = environment.source().create()) {
            List<Action> actions = actions(played.spec().actionSpace());
            out.println("{\"t\":0,\"observation\":" + numbers(played.reset(seed)) + "}");
            boolean over = false;
            for (int t = 0; t < actions.size(); t++) {
                if (over) {
                    out.println("{\"reset\":true,\"observation\":" + numbers(played.reset()) + "}");
                }
                StepResult result = played.step(actions.get(t));
                out.println(line(t + 1, actions.get(t), result));
                over = result.done();
            }
            if (over) {
                out.println("{\"reset\":true,\"observation\":" + numbers(played.reset()) + "}");
            }
        }
        return 0;
    }

    private static String line(int t, Action action, StepResult result) {
        return String.format(
                Locale.ROOT,
                "{\"t\":%d,\"action\":%s,\"observation\":%s,\"reward\":%s,\"terminated\":%b,\"truncated\":%b}",
                t,
                action.toString().replace(" ", ""),
                numbers(result.observation()),
                result.reward(),
                result.terminated(),
                result.truncated());
    }

    /** Each number in the shortest form that gives the same float again. */
    private static String numbers(float[] values) {
        List<String> texts = new ArrayList<>();
        for (float value : values) {
            texts.add(Float.toString(value));
        }
        return "[" + String.join(",", texts) + "]";
    }

    private List<Action> actions(Space space) {
        Path source = RunOptions.given(file);
        double[][] rows;
        try {
            rows = Json.rows(Files.readString(source));
        } catch (IOException e) {
            throw new WrongUseException("--actions " + source + ": cannot be read (" + e + ")", e);
        } catch (IllegalArgumentException e) {
            throw new WrongUseException("--actions " + source + ": " + e.getMessage(), e);
        }
        List<Action> actions = new ArrayList<>();
        for (double[] row : rows) {
            Action action = action(space, row);
            if (action == null || !space.contains(action)) {
                throw new WrongUseException(
                        "--actions " + source + ": element " + actions.size() + " is not in " + space);
            }
            actions.add(action);
        }
        return actions;
    }

    private static @Nullable Action action(Space space, double[] row) {
        if (row.length != space.integers() + space.reals()) {
            return null;
        }
        int[] integers = new int[space.integers()];
        float[] reals = new float[space.reals()];
        for (int i = 0; i < row.length; i++) {
            if (i >= integers.length) {
                reals[i - integers.length] = (float) row[i];
            } else if (row[i] == Math.rint(row[i])) {
                integers[i] = (int) row[i];
            } else {
                return null;
            }
        }
        return Action.of(integers, reals);
    }
}
