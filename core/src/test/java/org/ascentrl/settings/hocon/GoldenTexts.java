package org.ascentrl.settings.hocon;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.LoggerFactory;

/**
 * What settings say to people, in files of cases. A case starts with {@code === title} and has parts, each starting with
 * {@code --- name}: layers ({@code x.conf}, {@code preset x}, {@code set} with one assignment a line),
 * {@code environment}, and what comes of them: {@code problems}, {@code log} or {@code render}.
 *
 * @param start makes a builder that has the defaults
 * @param read reads what was built, and gives it as text
 * @param directory where files of layers go
 */
public record GoldenTexts(Supplier<Settings.Builder> start, Function<Settings, String> read, Path directory) {

    public record Part(String name, List<String> lines) {

        String text() {
            return String.join("\n", lines);
        }
    }

    public record Case(String title, List<Part> parts) {

        @Override
        public String toString() {
            return title;
        }

        Map<String, String> expected() {
            Map<String, String> expected = new LinkedHashMap<>();
            for (Part part : parts) {
                if (List.of("problems", "log", "render").contains(part.name())) {
                    expected.put(part.name(), part.text());
                }
            }
            assertThat(expected).as("a case expects something").isNotEmpty();
            return expected;
        }
    }

    /** Runs a case and compares. */
    public void check(Case golden) {
        Map<String, String> actual = run(golden.parts());
        Map<String, String> expected = golden.expected();
        actual.keySet().removeIf(name -> name.equals("render") && !expected.containsKey(name));
        assertThat(actual).isEqualTo(expected);
    }

    /** Runs a case, then what it rendered as a file alone, and compares. */
    public void checkThatItRendersTheSameAgain(Case golden) {
        Map<String, String> first = run(golden.parts());
        if (first.containsKey("render")) {
            Map<String, String> again = run(List.of(
                    new Part("settings.conf", first.get("render").lines().toList())));

            assertThat(again).isEqualTo(Map.of("render", first.get("render")));
        }
    }

    private Map<String, String> run(List<Part> parts) {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        Logger logger = (Logger) LoggerFactory.getLogger(Settings.class);
        log.start();
        logger.addAppender(log);
        Map<String, String> actual = new LinkedHashMap<>();
        try {
            actual.put("render", read.apply(settings(parts)).stripTrailing());
        } catch (SettingsException e) {
            actual.put("problems", e.getMessage().replace(directory + "/", ""));
        } finally {
            logger.detachAppender(log);
        }
        if (!log.list.isEmpty()) {
            assertThat(log.list).allMatch(event -> event.getLevel() == Level.INFO);
            actual.put(
                    "log",
                    log.list.stream()
                            .map(ILoggingEvent::getFormattedMessage)
                            .collect(Collectors.joining("\n"))
                            .replace(directory + "/", ""));
        }
        return actual;
    }

    private Settings settings(List<Part> parts) {
        Settings.Builder builder = start.get().environment(Map.of());
        for (Part part : parts) {
            if (part.name().endsWith(".conf")) {
                builder.file(write(part));
            } else if (part.name().startsWith("preset ")) {
                builder.preset(part.name().substring("preset ".length()), part.text());
            } else if (part.name().equals("set")) {
                part.lines().forEach(builder::set);
            } else if (part.name().equals("environment")) {
                builder.environment(part.lines().stream()
                        .map(line -> line.split("=", 2))
                        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1])));
            }
        }
        return builder.build();
    }

    private Path write(Part part) {
        try {
            return Files.writeString(directory.resolve(part.name()), part.text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static List<Case> cases(String file) {
        List<Case> cases = new ArrayList<>();
        for (String line : resource(file).lines().toList()) {
            if (line.startsWith("=== ")) {
                cases.add(new Case(file + ": " + line.substring(4), new ArrayList<>()));
            } else if (line.startsWith("--- ")) {
                cases.get(cases.size() - 1).parts().add(new Part(line.substring(4), new ArrayList<>()));
            } else if (!cases.isEmpty()) {
                List<Part> parts = cases.get(cases.size() - 1).parts();
                parts.get(parts.size() - 1).lines().add(line);
            }
        }
        return cases;
    }

    public static String resource(String name) {
        try (InputStream in = GoldenTexts.class.getResourceAsStream("/settings/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
