package org.ascentrl.app;

import java.io.PrintWriter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.settings.hocon.NearestName;
import org.ascentrl.settings.hocon.Settings;
import org.ascentrl.wiring.Bootstrap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

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
            description =
                    "environments, wrappers, algorithms, encoders, optimizers, backends, collectors, sinks or presets; or "
                            + "settings, the reference of all keys of what is on the class path. Default: all kinds.")
    private @Nullable String kind;

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        PrintWriter out = output.writer();
        if (SETTINGS.equals(kind)) {
            out.print(settingsReference());
            out.flush();
            return 0;
        }
        Bootstrap bootstrap = Bootstrap.discover();
        Map<String, Collection<String>> kinds = chosen(everything(bootstrap));
        if (output.isJson()) {
            Map<String, Object> lists = new LinkedHashMap<>();
            kinds.forEach((name, names) -> lists.put(name, facts(bootstrap, name, names)));
            output.print(lists);
        } else if (kind == null) {
            kinds.forEach((name, names) -> out.println(name + ": " + String.join(", ", names)));
        } else {
            kinds.forEach((name, names) -> facts(bootstrap, name, names).forEach(facts -> out.println(line(facts))));
        }
        return 0;
    }

    private static String settingsReference() {
        SortedMap<String, Settings> presets = new TreeMap<>();
        Presets.names().forEach(name -> presets.put(name, preset(name)));
        return Bootstrap.discover().settingsReference(defaults().build(), presets);
    }

    private static Settings preset(String name) {
        return defaults().preset(name, Presets.url(name + ".conf")).build();
    }

    private static Settings.Builder defaults() {
        return Settings.builder().references(ListCommand.class.getClassLoader());
    }

    private static Map<String, Collection<String>> everything(Bootstrap bootstrap) {
        Map<String, Collection<String>> kinds = new LinkedHashMap<>();
        bootstrap.offers().forEach((selector, names) -> {
            SortedSet<String> all = new TreeSet<>(names);
            all.addAll(Plugins.namesFor(selector));
            kinds.put(plural(selector), all);
        });
        kinds.put("presets", Presets.names());
        return kinds;
    }

    private static String plural(String selector) {
        return switch (selector) {
            case "wrappers", "sinks" -> selector;
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

    private static List<Map<String, Object>> facts(Bootstrap bootstrap, String kind, Collection<String> names) {
        return names.stream()
                .map(name -> {
                    Map<String, Object> facts = new LinkedHashMap<>(Map.of("name", name));
                    Optional<String> artifact = Plugins.artifactOf(name);
                    artifact.ifPresent(a -> facts.put("artifact", a));
                    if (kind.equals("environments") && artifact.isEmpty()) {
                        describeEnvironment(bootstrap, name, facts);
                    } else if (kind.equals("presets")) {
                        describePreset(name, facts);
                    }
                    return facts;
                })
                .toList();
    }

    private static void describeEnvironment(Bootstrap bootstrap, String id, Map<String, Object> facts) {
        EnvironmentSpec spec = bootstrap
                .environment(defaults().set("environment=" + id).build())
                .spec();
        facts.put("observations", spec.observationSpace().toString());
        facts.put("actions", spec.actionSpace().toString());
        spec.maxEpisodeSteps().ifPresent(steps -> facts.put("maxEpisodeSteps", steps));
        spec.rewardThreshold().ifPresent(threshold -> facts.put("rewardThreshold", threshold));
    }

    private static void describePreset(String name, Map<String, Object> facts) {
        Settings settings = preset(name);
        for (String selector : List.of("environment", "algorithm")) {
            facts.put(selector, settings.named(selector).get(0));
        }
    }

    /** As {@code CartPole-v1  actions Discrete(2)  maxEpisodeSteps 500}. */
    private static String line(Map<String, Object> facts) {
        return facts.entrySet().stream()
                .map(fact -> fact.getKey().equals("name")
                        ? fact.getValue().toString()
                        : fact.getKey() + " " + fact.getValue())
                .collect(Collectors.joining("  "));
    }
}
