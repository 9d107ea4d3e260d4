package org.ascentrl.examples;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ascentrl.run.Json;
import org.ascentrl.wiring.Bootstrap;
import org.ascentrl.wiring.NearestName;
import org.ascentrl.wiring.Settings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ascent list}: what there is to choose from. */
@Command(
        name = "list",
        description = "Lists what there is to choose from.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example: ascent list environments"})
final class ListCommand implements Callable<Integer> {

    private static final String SETTINGS = "settings";

    @Parameters(
            arity = "0..1",
            paramLabel = "KIND",
            description = "environments, wrappers, algorithms, policies, optimizers, backends, rollouts or presets; or "
                    + "settings, the reference of all keys. Default: all kinds.")
    private @Nullable String kind;

    @Option(names = "--json", description = "Print JSON and nothing else.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec command;

    @Override
    public Integer call() {
        if (SETTINGS.equals(kind)) {
            out().print(settingsReference());
            out().flush();
            return 0;
        }
        Map<String, Collection<String>> kinds = chosen(everything());
        PrintWriter out = out();
        if (json) {
            Map<String, List<String>> lists = new LinkedHashMap<>();
            kinds.forEach((name, names) -> lists.put(name, new ArrayList<>(names)));
            out.println(Json.render(lists));
        } else {
            kinds.forEach((name, names) -> out.println(name + ": " + String.join(", ", names)));
        }
        return 0;
    }

    /** The content of {@code docs/settings.md}. */
    static String settingsReference() {
        Settings defaults = Settings.builder()
                .references(ListCommand.class.getClassLoader())
                .build();
        return Bootstrap.discover().settingsReference(defaults);
    }

    private PrintWriter out() {
        return Optional.ofNullable(command).orElseThrow().commandLine().getOut();
    }

    private static Map<String, Collection<String>> everything() {
        Map<String, ? extends Collection<String>> offers = Bootstrap.discover().offers();
        Map<String, Collection<String>> kinds = new LinkedHashMap<>();
        offers.forEach((selector, names) -> kinds.put(plural(selector), names));
        kinds.put("presets", Presets.names());
        return kinds;
    }

    private static String plural(String selector) {
        return switch (selector) {
            case "policy" -> "policies";
            case "rollouts", "wrappers" -> selector;
            default -> selector + "s";
        };
    }

    private Map<String, Collection<String>> chosen(Map<String, Collection<String>> kinds) {
        String name = kind;
        if (name == null) {
            return kinds;
        }
        Collection<String> names = kinds.get(name);
        if (names == null) {
            throw new WrongUseException(name + ": no such kind. Available: " + String.join(", ", kinds.keySet()) + "."
                    + NearestName.of(name, kinds.keySet())
                            .map(near -> " Did you mean " + near + "?")
                            .orElse(""));
        }
        return Map.of(name, names);
    }
}
