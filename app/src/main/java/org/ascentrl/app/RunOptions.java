package org.ascentrl.app;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.Supplier;
import org.ascentrl.run.RunDirectory;
import org.ascentrl.run.TrainingRun;
import org.ascentrl.settings.hocon.Settings;
import org.jspecify.annotations.Nullable;

/** Shared steps of the commands that make a run or read one. */
final class RunOptions {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    private RunOptions() {}

    /** A directory under {@code runs} that is named after what it is for and the time. */
    static Path newDirectory(String name) {
        return Path.of(
                "runs", name + "-" + LocalDateTime.now(ZoneId.systemDefault()).format(TIME));
    }

    /** A required parameter: the command line has checked that it is there. */
    static Path given(@Nullable Path parameter) {
        return Optional.ofNullable(parameter).orElseThrow();
    }

    /** The run, unless its settings name an algorithm that does not suit the environment. */
    static TrainingRun suited(Supplier<TrainingRun> run) {
        try {
            return run.get();
        } catch (IllegalArgumentException e) {
            throw new WrongUseException(e);
        }
    }

    /** The settings that the run was made with. */
    static Settings settings(RunDirectory run) {
        return Settings.builder()
                .references(RunOptions.class.getClassLoader())
                .file(run.settings())
                .build();
    }
}
