package org.ascentrl.wiring;

import com.google.inject.CreationException;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Module;
import com.google.inject.spi.Message;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.ascentrl.env.Environment;
import org.ascentrl.env.registry.EnvironmentFactory;
import org.ascentrl.settings.hocon.Choice;
import org.ascentrl.settings.hocon.Settings;
import org.ascentrl.settings.hocon.SettingsException;
import org.ascentrl.settings.hocon.SettingsReference;

/** Discovers plug-ins, and creates the experiment that settings describe. */
public final class Bootstrap {

    private static final List<Kind<?, ?>> OF_ENVIRONMENTS = List.of(Kind.ENVIRONMENT, Kind.WRAPPERS);

    private final Registry registry;

    /**
     * Uses these modules: {@linkplain Plugin plug-ins}, and modules with bindings for their factories.
     *
     * @throws IllegalStateException if two of them offer the same name, or one fails
     */
    public Bootstrap(Iterable<? extends Module> modules) {
        this(modules, Guice::createInjector);
    }

    private Bootstrap(Iterable<? extends Module> modules, Function<List<Module>, Injector> injector) {
        List<Module> all = new ArrayList<>(List.of(Registry::declareKinds));
        modules.forEach(all::add);
        try {
            registry = new Registry(injector.apply(all));
        } catch (CreationException e) {
            throw new IllegalStateException("plug-ins cannot be used together: " + firstLines(e.getErrorMessages()), e);
        }
    }

    private static String firstLines(Collection<Message> messages) {
        return messages.stream()
                .map(message -> message.getMessage().lines().findFirst().orElse(""))
                .distinct()
                .collect(Collectors.joining(" "));
    }

    /** Discovers the plug-ins that jars on the class path declare in {@code META-INF/services}. */
    public static Bootstrap discover() {
        return discover(List.of());
    }

    /** Discovers the plug-ins on the class path, and adds further modules. */
    public static Bootstrap discover(Collection<? extends Module> more) {
        return new Bootstrap(found(more));
    }

    /**
     * Discovers the plug-ins on the class path, and adds further modules; their factories may inject the bindings of an
     * application.
     */
    public static Bootstrap discover(Injector application, Collection<? extends Module> more) {
        return new Bootstrap(found(more), application::createChildInjector);
    }

    private static List<Module> found(Collection<? extends Module> more) {
        List<Module> modules = new ArrayList<>(more);
        ServiceLoader.load(Plugin.class).forEach(modules::add);
        return modules;
    }

    /**
     * Reads and checks all settings; builds nothing yet.
     *
     * @throws SettingsException with all that is wrong with them
     */
    public Experiment experiment(Settings settings) {
        Optional<RunSettings> run = settings.bind("", RunSettings.class);
        Parts parts = registry.choose(settings, Kind.ALL);
        EnvironmentFactory environment = environment(settings, parts);
        return new Experiment(settings, run.orElseThrow(), environment, parts);
    }

    /**
     * Returns the environment that settings choose, with its options and wrappers; reads no other settings.
     *
     * @throws SettingsException with all that is wrong with them
     */
    public EnvironmentFactory environment(Settings settings) {
        return environment(settings, registry.choose(settings, OF_ENVIRONMENTS));
    }

    /**
     * Returns the environment of an id, with options given in Java.
     *
     * @param options a record of the type that its plug-in binds
     * @throws IllegalArgumentException if there is none of that id, or its options are of another type or refused
     */
    public EnvironmentFactory environment(String id, Record options) {
        Offer<?, String, EnvironmentFactory> offer = registry.find(Kind.ENVIRONMENT, id)
                .orElseThrow(() -> new IllegalArgumentException(id + ": no such environment. "
                        + Choice.available(registry.of(Kind.ENVIRONMENT).keySet())));
        if (!offer.settings().isInstance(options)) {
            throw new IllegalArgumentException(
                    id + ": its options are a " + offer.settings().getName() + ", not a "
                            + options.getClass().getName());
        }
        return offer.create(options, id);
    }

    /** Returns the chosen environment, if there were no problems. */
    private static EnvironmentFactory environment(Settings settings, Parts parts) {
        Optional<EnvironmentFactory> environment = parts.of(Kind.ENVIRONMENT).stream()
                .flatMap(maker -> bare(settings, maker).stream())
                .findFirst();
        settings.check();
        try {
            return environment.orElseThrow().wrapped(wrappers(parts));
        } catch (IllegalArgumentException e) {
            settings.refuse(Kind.WRAPPERS.selector(), e);
            throw settings.problems();
        }
    }

    private static Optional<EnvironmentFactory> bare(Settings settings, Function<String, EnvironmentFactory> maker) {
        String selector = Kind.ENVIRONMENT.selector();
        String name = settings.named(selector).get(0);
        try {
            EnvironmentFactory environment = maker.apply(name);
            String id = environment.spec().id();
            if (!id.equals(name)) {
                throw new IllegalStateException(selector + " = " + name
                        + ": the spec of what its plug-in offers has the" + " id " + id + ". Offer it under its id");
            }
            return Optional.of(environment);
        } catch (IllegalArgumentException e) {
            settings.refuse(selector, e);
            return Optional.empty();
        }
    }

    private static List<UnaryOperator<Environment>> wrappers(Parts parts) {
        List<UnaryOperator<Environment>> wrappers = new ArrayList<>();
        parts.of(Kind.WRAPPERS).forEach(wrapper -> wrappers.add(wrapper::apply));
        return wrappers;
    }

    /** Returns the names available to each selector, in alphabetical order. */
    public SortedMap<String, SortedSet<String>> offers() {
        SortedMap<String, SortedSet<String>> offers = new TreeMap<>();
        for (Kind<?, ?> kind : Kind.ALL) {
            offers.put(kind.selector(), new TreeSet<>(registry.of(kind).keySet()));
        }
        return offers;
    }

    /** Returns the sections with the options of what is offered with settings of a type. */
    SortedSet<String> sections(Class<? extends Record> type) {
        SortedSet<String> sections = new TreeSet<>();
        for (Kind<?, ?> kind : Kind.ALL) {
            registry.of(kind).forEach((name, offer) -> {
                if (offer.settings().equals(type)) {
                    sections.add(name.endsWith(":*") ? name.substring(0, name.length() - 2) : name);
                }
            });
        }
        return sections;
    }

    /**
     * Returns the reference of all keys that records of the plug-ins bind, as Markdown.
     *
     * @param defaults the {@code reference.conf} of all modules
     * @param presets the presets by name, each over those defaults; this reads them
     */
    public String settingsReference(Settings defaults, SortedMap<String, Settings> presets) {
        presets.values().forEach(preset -> {
            preset.bind("", RunSettings.class);
            registry.choose(preset, Kind.ALL);
        });
        SettingsReference reference = new SettingsReference(defaults, presets);
        reference.paragraph("## Choices");
        reference.selectors(offers());
        reference.paragraph("## seed, training, networks");
        reference.table(List.of(), RunSettings.class);
        for (Kind<?, ?> kind : Kind.ALL) {
            reference.paragraph("## " + kind.selector());
            registry.of(kind).forEach((name, offer) -> {
                String choice = kind.several() ? "[" + name + "]" : name;
                reference.paragraph("### " + kind.selector() + " = " + choice);
                if (!reference.table(List.of(name), offer.settings())) {
                    reference.paragraph("No options.");
                }
            });
        }
        return reference.toString();
    }
}
