package org.ascentrl.app;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ascentrl.settings.hocon.Settings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The part of a command line that says what to run: a preset or a file, and single settings over it. */
final class SettingsOptions {

    private static final String SUFFIX = ".conf";

    private static final List<String> TASK = List.of("environment", "algorithm");

    private static final String DEFAULT_PRESET = "cartpole-reinforce";

    @Parameters(
            arity = "0..1",
            paramLabel = "PRESET",
            description = "A preset by name, or a HOCON file by path. Default: " + DEFAULT_PRESET
                    + "; or the defaults alone, if --set chooses another environment or algorithm.")
    private @Nullable String source;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Overrides any setting; may be repeated. The keys stand in docs/settings.md.")
    private List<String> assignments = new ArrayList<>();

    /** The name of a run with these settings: the preset's, the file's without its ending, or what was chosen. */
    String name() {
        if (startsFromDefaults()) {
            Settings chosen = read();
            return TASK.stream()
                    .flatMap(selector -> chosen.named(selector).stream())
                    .map(name -> name.replaceAll("\\W+", "-"))
                    .collect(Collectors.joining("-"));
        }
        String preset = source();
        Path file = Path.of(preset).getFileName();
        String name = file == null ? preset : file.toString();
        return name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name;
    }

    /** Returns what to tell people of the choice of layers. */
    Optional<String> note() {
        return startsFromDefaults() ? Optional.of("no preset named: starting from the defaults") : Optional.empty();
    }

    /** All layers, read and parsed; {@code more} stand above them. */
    Settings read(String... more) {
        Settings.Builder builder = startsFromDefaults() ? references() : referencesAndSource();
        assignments.forEach(builder::set);
        List.of(more).forEach(builder::set);
        return builder.build();
    }

    /** Returns whether no preset is named, and settings choose another task than that of the default preset. */
    private boolean startsFromDefaults() {
        if (source != null) {
            return false;
        }
        Settings preset = referencesAndSource().build();
        Settings.Builder builder = referencesAndSource();
        assignments.forEach(builder::set);
        Settings chosen = builder.build();
        return TASK.stream().anyMatch(selector -> !chosen.named(selector).equals(preset.named(selector)));
    }

    private static Settings.Builder references() {
        return Settings.builder().references(SettingsOptions.class.getClassLoader());
    }

    private Settings.Builder referencesAndSource() {
        String preset = source();
        return Presets.names().contains(preset)
                ? references().preset(preset, Presets.url(preset + SUFFIX))
                : references().file(file(preset));
    }

    private String source() {
        return source == null ? DEFAULT_PRESET : source;
    }

    private static Path file(String source) {
        try {
            Path file = Path.of(source);
            boolean meant = source.endsWith(SUFFIX) || source.contains("/") || Files.exists(file);
            if (meant && !source.isEmpty()) {
                return file;
            }
        } catch (InvalidPathException e) {
            throw new WrongUseException(noSuchPreset(source), e);
        }
        throw new WrongUseException(noSuchPreset(source));
    }

    private static String noSuchPreset(String source) {
        List<String> names = Presets.names();
        return (source.isEmpty()
                        ? "the preset has no name"
                        : Failures.shortened(source) + ": no such preset, nor a file")
                + ". Available: " + String.join(", ", names) + Failures.didYouMean(source, names);
    }
}
