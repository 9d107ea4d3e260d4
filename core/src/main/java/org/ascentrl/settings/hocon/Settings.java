package org.ascentrl.settings.hocon;

import com.typesafe.config.ConfigValue;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The settings of a run: HOCON texts in layers, of which the highest that has a key gives its value. From the lowest:
 * the modules' {@code reference.conf}, the defaults that those recommend with what is chosen ({@code
 * recommended.algorithm.dqn { training.slots = 1 }}), then presets, files and single {@code key=value} in the order in which
 * the builder got them. Keys that were renamed stand in the section {@code renamed} of a {@code reference.conf}, as
 * {@code renamed { old.key = new.key }}: the error of an old key names the new one.
 *
 * <p>Selectors ({@code optimizer = adam}) name what is chosen; its options stand in the top-level object of the same
 * name, and bind to its record. Problems are collected, so the order of use is: {@link #choose} for each selector,
 * {@link #bind} for each record, then {@link #check}, which throws them all at once. Not thread-safe.
 *
 * <pre>{@code
 * Settings settings = Settings.builder().references(loader).file(path).set("optimizer=adam").build();
 * Optional<Choice> optimizer = settings.choose("optimizer", Set.of("adam", "rmsprop", "sgd"));
 * Optional<AdamSettings> adam = settings.bind("adam", AdamSettings.class);
 * settings.check();
 * }</pre>
 */
public final class Settings {

    private static final Logger LOG = LoggerFactory.getLogger(Settings.class);

    private final SettingsLayers layers;
    private final ReadKeys read = new ReadKeys();
    private final Map<String, Selector> selectors = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private final RecordBinder binder;

    private Settings(SettingsLayers layers) {
        this.layers = layers;
        binder = new RecordBinder(layers, read, problems);
    }

    /** Starts with no layer at all. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns the names of a selector as it stands, known or not: none, one, or those of a list. Checks nothing, and does
     * not count as reading the key.
     */
    public List<String> named(String selector) {
        return layers.named(selector, layers.size() - 1);
    }

    /**
     * Reads a selector of one name, and tells which names there are. Options of those that are not chosen are no
     * unknown keys: they are dropped where a later layer chose something else, and are a problem otherwise.
     *
     * <p>An available name {@code stem:*} is a pattern: it is chosen by every name that begins with {@code stem:}.
     *
     * @param selector a key at the top, such as {@code optimizer}
     * @param available the names and patterns it may have, not modified
     * @return what it chose, if it is available; a problem otherwise
     */
    public Optional<Choice> choose(String selector, Collection<String> available) {
        return choose(selector, available, false).stream().findFirst();
    }

    /**
     * Reads a selector of a list of names, such as {@code wrappers}, as {@link #choose} does for one.
     *
     * @return what it chose of what is available, in the order of the list
     */
    public List<Choice> chooseAll(String selector, Collection<String> available) {
        return choose(selector, available, true);
    }

    private List<Choice> choose(String key, Collection<String> available, boolean list) {
        List<String> path = List.of(key);
        Selector selector = new Selector(key, list, new TreeSet<>(available), layers.value(path), layers.place(path));
        selectors.put(key, selector);
        problems.addAll(selector.problems());
        read.value(path);
        if (selector.problems().isEmpty()) {
            read.text(path, selector.text());
        }
        return selector.choices();
    }

    /** The sections of what a selector chose, where there are options of it. */
    public Set<String> sections(String selector) {
        Selector read = selectors.get(selector);
        return read == null ? Set.of() : read.sections(read.chosen());
    }

    /**
     * Makes a record of an object of settings. Keys are the names of the record's components in kebab-case. Components
     * are boolean, int, long, double, String, an enum (its constants in kebab-case), {@link java.time.Duration}, another
     * record, a List of any of these but records, or an Optional of any of these; each of them but an Optional needs a
     * value in some layer. {@link org.ascentrl.settings.Setting} limits numbers; the keys of a record that is
     * {@link org.ascentrl.settings.Inline} stand among those of the record that has it.
     *
     * @param section the name of a top-level object, taken literally; {@code ""} for the top itself
     * @return the record; empty if something does not fit, which {@link #check} reports
     * @throws IllegalStateException if the record has a component of another type
     */
    public <C extends Record> Optional<C> bind(String section, Class<C> type) {
        return binder.bind(section.isEmpty() ? List.of() : List.of(section), type);
    }

    /** Notes that what a selector chose refused its options, or what it is to work with. */
    public void refuse(String selector, IllegalArgumentException why) {
        List<String> path = List.of(selector);
        ConfigValue value = layers.value(path);
        String shown = value == null ? "" : SettingsText.show(value);
        problems.add(Problem.of(layers.place(path), path, shown, String.valueOf(why.getMessage())));
    }

    /** All problems found so far. */
    public SettingsException problems() {
        return new SettingsException(
                problems.stream().sorted().map(Problem::text).distinct().toList());
    }

    /**
     * Reports everything found so far, and every key of a file, preset or {@code key=value} that nothing has read.
     * Options dropped because a later layer chose something else are logged.
     *
     * @throws SettingsException if there are problems
     */
    public void check() {
        UnreadKeys unread = new UnreadKeys(layers, read, selectors.values());
        List<String> all = Stream.concat(problems.stream(), unread.problems().stream())
                .sorted()
                .map(Problem::text)
                .distinct()
                .toList();
        if (!all.isEmpty()) {
            throw new SettingsException(all);
        }
        unread.dropped().forEach(LOG::info);
    }

    /**
     * The settings that were read, defaults included, as a HOCON text in the order in which they were read: selectors
     * and plain keys first, then the sections. As a file alone it gives the same values again.
     */
    public String render() {
        return SettingsText.document(read.texts());
    }

    /** The settings that were read as HOCON, a line for each key with the source of its value as a comment. */
    public String explain() {
        StringBuilder lines = new StringBuilder();
        read.texts()
                .forEach((path, hocon) -> lines.append(
                        "%-50s # %s\n".formatted(SettingsText.key(path) + " = " + hocon, layers.place(path))));
        return lines.toString();
    }

    /** Of {@link #render()} what stands at, or below, some of the keys at the top. */
    public String render(Collection<String> keys) {
        Map<List<String>, String> texts = new LinkedHashMap<>(read.texts());
        texts.keySet().removeIf(path -> !keys.contains(path.get(0)));
        return SettingsText.document(texts);
    }

    SettingsLayers layers() {
        return layers;
    }

    /** Returns the value of a key that was read, if it is not the default. */
    Optional<ConfigValue> changed(List<String> path) {
        return Optional.ofNullable(layers.value(path))
                .filter(value -> read.isValue(path) && !value.equals(layers.defaultValue(path)));
    }

    /** Collects the layers. */
    public static final class Builder {

        private final List<Supplier<SettingsLayer>> references = new ArrayList<>();
        private final List<Supplier<SettingsLayer>> users = new ArrayList<>();
        private Map<String, String> environment = System.getenv();

        private Builder() {}

        /** Adds every {@code reference.conf} on a class path; of two with the same key, the first there wins. */
        public Builder references(ClassLoader loader) {
            references.add(() -> LayerReader.references(loader));
            return this;
        }

        /** Adds a text of defaults, higher than those added before. */
        public Builder reference(String name, String text) {
            references.add(() -> LayerReader.reference(name, text));
            return this;
        }

        /** Adds a preset from where it is bundled. */
        public Builder preset(String name, URL url) {
            users.add(() -> LayerReader.preset(LayerText.read("preset " + name, url::openStream)));
            return this;
        }

        /** Adds a preset. */
        public Builder preset(String name, String text) {
            users.add(() -> LayerReader.preset(new LayerText("preset " + name, text)));
            return this;
        }

        /** Adds a file that a person named; in it, {@code ${NAME}} stands for an environment variable. */
        public Builder file(Path file) {
            users.add(() -> LayerReader.file(LayerText.of(file), environment));
            return this;
        }

        /**
         * Adds one setting.
         *
         * @param keyAndValue {@code key=value}: a HOCON path, and a HOCON value or, if it is none, a plain text
         */
        public Builder set(String keyAndValue) {
            users.add(() -> Assignment.layer(keyAndValue));
            return this;
        }

        /** Sets the values of {@code ${NAME}}; without it they are those of the process's environment. */
        Builder environment(Map<String, String> variables) {
            environment = Map.copyOf(variables);
            return this;
        }

        /**
         * Reads all layers.
         *
         * @throws SettingsException if a layer cannot be read or parsed, with the problems of all that cannot
         */
        public Settings build() {
            List<SettingsLayer> layers = new ArrayList<>();
            List<String> problems = new ArrayList<>();
            Stream.concat(references.stream(), users.stream()).forEach(source -> {
                try {
                    layers.add(source.get());
                } catch (SettingsException e) {
                    problems.addAll(e.problems());
                }
            });
            if (!problems.isEmpty()) {
                throw new SettingsException(problems);
            }
            return new Settings(new SettingsLayers(layers));
        }
    }
}
