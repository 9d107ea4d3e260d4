package org.ascentrl.wiring;

import com.google.inject.CreationException;
import com.google.inject.Guice;
import com.google.inject.Module;
import com.google.inject.Provider;
import com.google.inject.ProvisionException;
import com.google.inject.spi.Message;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.ascentrl.algorithm.Algorithm;
import org.ascentrl.algorithm.AlgorithmFactory;
import org.ascentrl.algorithm.AlgorithmSetup;
import org.ascentrl.collect.Collector;
import org.ascentrl.collect.CollectorFactory;
import org.ascentrl.collect.CollectorSetup;
import org.ascentrl.env.Environment;
import org.ascentrl.env.registry.EnvironmentFactory;
import org.ascentrl.env.wrapper.WrapperFactory;
import org.ascentrl.optim.Optimizer;
import org.ascentrl.optim.OptimizerFactory;
import org.ascentrl.policy.network.Encoder;
import org.ascentrl.policy.network.EncoderFactory;
import org.ascentrl.policy.network.EncoderSetup;
import org.ascentrl.settings.hocon.Settings;
import org.ascentrl.settings.hocon.SettingsException;
import org.ascentrl.settings.hocon.SettingsReference;
import org.ascentrl.tensor.Parameter;
import org.ascentrl.tensor.TensorBackend;
import org.ascentrl.tensor.TensorBackendFactory;
import org.ascentrl.tensor.Tensors;

/** Finds what plug-ins offer, and makes of settings the experiment that they describe. */
public final class Bootstrap {

    private final Registry registry;

    /**
     * With what {@code plugins} offer.
     *
     * @throws IllegalStateException if two of them offer the same name, or one fails
     */
    public Bootstrap(Iterable<? extends Plugin> plugins) {
        List<Module> modules = new ArrayList<>(List.of(Plugin::declareKinds));
        plugins.forEach(modules::add);
        try {
            registry = Guice.createInjector(modules).getInstance(Registry.class);
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

    /** With all plug-ins that jars on the class path name in {@code META-INF/services}. */
    public static Bootstrap discover() {
        return discover(List.of());
    }

    /** With those and {@code more}. */
    public static Bootstrap discover(Collection<? extends Plugin> more) {
        List<Plugin> plugins = new ArrayList<>(more);
        ServiceLoader.load(Plugin.class).forEach(plugins::add);
        return new Bootstrap(plugins);
    }

    /**
     * Reads everything that {@code settings} choose and say, and builds nothing yet.
     *
     * @throws SettingsException with all that is wrong with them
     */
    public Experiment experiment(Settings settings) {
        Optional<RunSettings> run = settings.bind("", RunSettings.class);
        Optional<EnvironmentSource> environment =
                choice(settings, "environment", registry.environments(), Bootstrap::environment);
        Optional<Function<AlgorithmSetup, Algorithm>> algorithm =
                choice(settings, "algorithm", registry.algorithms(), Bootstrap::algorithm);
        Optional<Function<EncoderSetup, Encoder>> encoder =
                choice(settings, "encoder", registry.encoders(), Bootstrap::encoder);
        Optional<BiFunction<List<Parameter>, Tensors, Optimizer>> optimizer =
                choice(settings, "optimizer", registry.optimizers(), Bootstrap::optimizer);
        Optional<Supplier<TensorBackend>> backend =
                choice(settings, "backend", registry.backends(), Bootstrap::backend);
        Optional<Function<CollectorSetup, Collector>> collector =
                choice(settings, "rollouts", registry.collectors(), Bootstrap::collector);
        List<UnaryOperator<Environment>> wrappers = wrappers(settings);
        settings.check();
        return new Experiment(
                settings,
                run.orElseThrow(),
                new Parts(
                        wrapped(settings, environment.orElseThrow(), wrappers),
                        algorithm.orElseThrow(),
                        encoder.orElseThrow(),
                        optimizer.orElseThrow(),
                        backend.orElseThrow(),
                        collector.orElseThrow()));
    }

    /**
     * The environment that {@code settings} choose, with its options and wrappers; nothing else of them is read.
     *
     * @throws SettingsException with all that is wrong with them
     */
    public EnvironmentSource environment(Settings settings) {
        Optional<EnvironmentSource> environment =
                choice(settings, "environment", registry.environments(), Bootstrap::environment);
        List<UnaryOperator<Environment>> wrappers = wrappers(settings);
        settings.check();
        return wrapped(settings, environment.orElseThrow(), wrappers);
    }

    /** What there is, in alphabetical order: for each selector the names that it can choose. */
    public SortedMap<String, SortedSet<String>> offers() {
        SortedMap<String, SortedSet<String>> offers = new TreeMap<>();
        offers.put("environment", new TreeSet<>(registry.environments().keySet()));
        offers.put("wrappers", new TreeSet<>(registry.wrappers().keySet()));
        offers.put("algorithm", new TreeSet<>(registry.algorithms().keySet()));
        offers.put("encoder", new TreeSet<>(registry.encoders().keySet()));
        offers.put("optimizer", new TreeSet<>(registry.optimizers().keySet()));
        offers.put("backend", new TreeSet<>(registry.backends().keySet()));
        offers.put("rollouts", new TreeSet<>(registry.collectors().keySet()));
        return offers;
    }

    /**
     * The reference of all keys that records of the plug-ins bind, as Markdown.
     *
     * @param defaults the {@code reference.conf} of all modules
     */
    public String settingsReference(Settings defaults) {
        SettingsReference reference = new SettingsReference(defaults);
        reference.title("# Settings");
        reference.selectors();
        offers().forEach(reference::selector);
        reference.table(List.of(), RunSettings.class);
        section(reference, "environment", registry.environments(), EnvironmentFactory::settings);
        section(reference, "wrappers", registry.wrappers(), WrapperFactory::settings);
        section(reference, "algorithm", registry.algorithms(), AlgorithmFactory::settings);
        section(reference, "encoder", registry.encoders(), EncoderFactory::settings);
        section(reference, "optimizer", registry.optimizers(), OptimizerFactory::settings);
        section(reference, "backend", registry.backends(), TensorBackendFactory::settings);
        section(reference, "rollouts", registry.collectors(), CollectorFactory::settings);
        return reference.toString();
    }

    private static <F> void section(
            SettingsReference reference,
            String selector,
            Map<String, Provider<F>> offered,
            Function<F, Class<? extends Record>> settings) {
        for (String name : new TreeSet<>(offered.keySet())) {
            reference.title("## " + selector + ": " + name);
            reference.table(List.of(name), settings.apply(offered(selector, offered, name)));
        }
    }

    /** A factory of one kind, bound to the settings that stand under its name. */
    @FunctionalInterface
    private interface Binding<F, R> {
        Optional<R> of(Settings settings, String name, F factory);
    }

    private static <F, R> Optional<R> choice(
            Settings settings, String selector, Map<String, Provider<F>> offered, Binding<F, R> binding) {
        return settings.choose(selector, offered.keySet())
                .flatMap(name -> binding.of(settings, name, offered(selector, offered, name)));
    }

    private List<UnaryOperator<Environment>> wrappers(Settings settings) {
        List<UnaryOperator<Environment>> wrappers = new ArrayList<>();
        for (String name : settings.chooseAll("wrappers", registry.wrappers().keySet())) {
            wrapper(settings, name, offered("wrappers", registry.wrappers(), name))
                    .ifPresent(wrappers::add);
        }
        return wrappers;
    }

    private static <F> F offered(String selector, Map<String, Provider<F>> offered, String name) {
        try {
            return Optional.ofNullable(offered.get(name)).orElseThrow().get();
        } catch (ProvisionException e) {
            Throwable why = e.getCause() == null ? e : e.getCause();
            throw new IllegalStateException(selector + " = " + name + " cannot be loaded: " + why, e);
        }
    }

    private static <C extends Record> Optional<EnvironmentSource> environment(
            Settings settings, String name, EnvironmentFactory<C> factory) {
        return settings.bind(name, factory.settings()).flatMap(c -> {
            try {
                return Optional.of(EnvironmentSource.of(factory, c));
            } catch (IllegalArgumentException e) {
                settings.refuse("environment", e);
                return Optional.empty();
            }
        });
    }

    private static EnvironmentSource wrapped(
            Settings settings, EnvironmentSource environment, List<UnaryOperator<Environment>> wrappers) {
        try {
            return environment.wrapped(wrappers);
        } catch (IllegalArgumentException e) {
            settings.refuse("wrappers", e);
            throw settings.problems();
        }
    }

    private static <C extends Record> Optional<UnaryOperator<Environment>> wrapper(
            Settings settings, String name, WrapperFactory<C> factory) {
        return settings.bind(name, factory.settings()).map(c -> inner -> factory.wrap(c, inner));
    }

    private static <C extends Record> Optional<Function<AlgorithmSetup, Algorithm>> algorithm(
            Settings settings, String name, AlgorithmFactory<C> factory) {
        return settings.bind(name, factory.settings()).map(c -> setup -> factory.create(c, setup));
    }

    private static <C extends Record> Optional<Function<EncoderSetup, Encoder>> encoder(
            Settings settings, String name, EncoderFactory<C> factory) {
        return settings.bind(name, factory.settings()).map(c -> setup -> factory.create(c, setup));
    }

    private static <C extends Record> Optional<BiFunction<List<Parameter>, Tensors, Optimizer>> optimizer(
            Settings settings, String name, OptimizerFactory<C> factory) {
        return settings.bind(name, factory.settings())
                .map(c -> (parameters, tensors) -> factory.create(c, parameters, tensors));
    }

    private static <C extends Record> Optional<Supplier<TensorBackend>> backend(
            Settings settings, String name, TensorBackendFactory<C> factory) {
        return settings.bind(name, factory.settings()).map(c -> () -> factory.create(c));
    }

    private static <C extends Record> Optional<Function<CollectorSetup, Collector>> collector(
            Settings settings, String name, CollectorFactory<C> factory) {
        return settings.bind(name, factory.settings()).map(c -> setup -> factory.create(c, setup));
    }
}
