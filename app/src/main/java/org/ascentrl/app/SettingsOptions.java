package org.ascentrl.app;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ascentrl.settings.hocon.Settings;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The part of a command line that says what to run: a preset or a file, and single settings over it. */
final class SettingsOptions {

    private static final String SUFFIX = ".conf";

    @Parameters(
            arity = "0..1",
            paramLabel = "PRESET",
            defaultValue = "cartpole-reinforce",
            description = "A preset by name, or a HOCON file by path. Default: ${DEFAULT-VALUE}.")
    private String source = "";

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Overrides any setting; may be repeated. The keys stand in docs/settings.md.")
    private List<String> assignments = new ArrayList<>();

    /** The name of a run with these settings: the preset's, or the file's without its ending. */
    String name() {
        Path file = Path.of(source).getFileName();
        String name = file == null ? source : file.toString();
        return name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name;
    }

    /** All layers, read and parsed; {@code more} stand above them. */
    Settings read(String... more) {
        Settings.Builder builder = Settings.builder().references(SettingsOptions.class.getClassLoader());
        if (Presets.names().contains(source)) {
            builder.preset(source, Presets.url(source + SUFFIX));
        } else {
            builder.file(file());
        }
        assignments.forEach(builder::set);
        List.of(more).forEach(builder::set);
        return builder.build();
    }

    private Path file() {
        try {
            Path file = Path.of(source);
            boolean meant = source.endsWith(SUFFIX) || source.contains("/") || Files.exists(file);
            if (meant && !source.isEmpty()) {
                return file;
            }
        } catch (InvalidPathException e) {
            throw new WrongUseException(noSuchPreset(), e);
        }
        throw new WrongUseException(noSuchPreset());
    }

    private String noSuchPreset() {
        List<String> names = Presets.names();
        return (source.isEmpty()
                        ? "the preset has no name"
                        : Failures.shortened(source) + ": no such preset, nor a file")
                + ". Available: " + String.join(", ", names) + Failures.didYouMean(source, names);
    }
}
