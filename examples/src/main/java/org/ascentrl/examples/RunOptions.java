package org.ascentrl.examples;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.ascentrl.run.RunDirectory;
import org.ascentrl.settings.hocon.Settings;
import org.jspecify.annotations.Nullable;

/** What commands on an existing run have in common. */
final class RunOptions {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    private RunOptions() {}

    /** A directory under {@code runs} that is named after what it is for and the time. */
    static Path newDirectory(String name) {
        return Path.of(
                "runs", name + "-" + LocalDateTime.now(ZoneId.systemDefault()).format(TIME));
    }

    /** A parameter that the command line has made sure of. */
    static Path given(@Nullable Path parameter) {
        return Optional.ofNullable(parameter).orElseThrow();
    }

    /** The settings that the run was made with. */
    static Settings settings(RunDirectory run) {
        return Settings.builder()
                .references(RunOptions.class.getClassLoader())
                .file(run.settings())
                .build();
    }
}
