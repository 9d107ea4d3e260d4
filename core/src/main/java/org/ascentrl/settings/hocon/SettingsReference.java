package org.ascentrl.settings.hocon;

import com.typesafe.config.ConfigValue;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ascentrl.settings.Setting;

/** Writes the reference of all keys, as Markdown, from the records that they bind to. */
public final class SettingsReference {

    private final SettingsLayers defaults;
    private final SortedMap<String, Settings> presets;
    private final StringBuilder text = new StringBuilder();

    /**
     * Starts with no text.
     *
     * @param defaults the {@code reference.conf} of all modules
     * @param presets the presets by name, each over those defaults and read; their values are listed where they differ
     */
    public SettingsReference(Settings defaults, SortedMap<String, Settings> presets) {
        this.defaults = defaults.layers();
        this.presets = presets;
    }

    /** Adds a paragraph or a heading. */
    public void paragraph(String paragraph) {
        text.append(text.length() == 0 ? "" : "\n").append(paragraph).append('\n');
    }

    /** Adds a table of the keys that choose, each with the names that it can choose. */
    public void selectors(Map<String, ? extends Collection<String>> offers) {
        List<List<String>> rows = new ArrayList<>();
        offers.forEach((key, names) -> rows.add(List.of(
                "`" + key + "`", String.join(", ", names), defaultOf(List.of(key), ""), "", presetsOf(List.of(key)))));
        table(List.of("key", "allowed", "default", "", "presets"), rows);
    }

    /** Adds a table of the keys of {@code type}, which stand in {@code section}; returns whether there are any. */
    public boolean table(List<String> section, Class<? extends Record> type) {
        List<List<String>> rows = new ArrayList<>();
        rows(section, type, "", rows);
        table(List.of("key", "allowed", "default", "description", "presets"), rows);
        return !rows.isEmpty();
    }

    /** Leaves out columns in which no row has anything. */
    private void table(List<String> head, List<List<String>> rows) {
        List<Integer> columns = new ArrayList<>();
        for (int i = 0; i < head.size(); i++) {
            int column = i;
            if (rows.stream().anyMatch(row -> !row.get(column).isEmpty())) {
                columns.add(i);
            }
        }
        if (!rows.isEmpty()) {
            paragraph(line(head, columns) + "\n|" + "---|".repeat(columns.size()));
            rows.forEach(row -> text.append(line(row, columns)).append('\n'));
        }
    }

    private static String line(List<String> cells, List<Integer> columns) {
        return columns.stream().map(cells::get).collect(Collectors.joining(" | ", "| ", " |"));
    }

    /** @param whole the description of the record itself, where it is a part of another */
    private void rows(List<String> section, Class<? extends Record> type, String whole, List<List<String>> rows) {
        for (RecordComponent component : type.getRecordComponents()) {
            Optional<Class<? extends Record>> inline = RecordBinder.inline(component);
            if (inline.isPresent()) {
                rows(section, inline.get(), whole, rows);
                continue;
            }
            List<String> path = new ArrayList<>(section);
            path.add(SettingsText.kebab(component.getName()));
            if (component.getType().isRecord()) {
                rows(path, component.getType().asSubclass(Record.class), meaning(whole, component), rows);
            } else {
                boolean optional = component.getType() == Optional.class;
                rows.add(List.of(
                        "`" + SettingsText.key(path) + "`",
                        typeOf(component.getGenericType()) + range(component),
                        defaultOf(path, optional ? "none" : "must be set"),
                        meaning(whole, component),
                        presetsOf(path)));
            }
        }
    }

    private static String meaning(String whole, RecordComponent component) {
        Setting setting = component.getAnnotation(Setting.class);
        String own = setting == null ? "" : setting.value();
        return whole.isEmpty() || own.isEmpty() ? whole + own : whole + ": " + own;
    }

    private static String range(RecordComponent component) {
        String allowed = Limits.of(component.getAnnotation(Setting.class)).text();
        return allowed.isEmpty() ? "" : ", " + allowed;
    }

    private static String typeOf(Type type) {
        if (type instanceof ParameterizedType several) {
            String element = typeOf(several.getActualTypeArguments()[0]);
            return several.getRawType() == List.class ? "list of " + element : element;
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isEnum()) {
            return Arrays.stream(plain.getEnumConstants())
                    .map(constant -> "`" + SettingsText.kebab((Enum<?>) constant) + "`")
                    .collect(Collectors.joining(", "));
        }
        if (plain == Duration.class) {
            return "duration";
        }
        if (plain == int.class || plain == long.class || plain == Integer.class || plain == Long.class) {
            return "whole number";
        }
        if (plain == double.class || plain == Double.class) {
            return "number";
        }
        return plain == boolean.class || plain == Boolean.class ? "boolean" : "text";
    }

    /** The default, or {@code none}, and what is recommended with a choice instead. */
    private String defaultOf(List<String> path, String none) {
        ConfigValue value = defaults.value(path);
        String plain = value == null ? none : "`" + SettingsText.show(value) + "`";
        String recommended = byValue(defaults.recommended(path));
        return plain + (recommended.isEmpty() ? "" : "; ") + recommended;
    }

    private String presetsOf(List<String> path) {
        SortedMap<String, ConfigValue> values = new TreeMap<>();
        presets.forEach((name, preset) -> preset.changed(path).ifPresent(value -> values.put(name, value)));
        return byValue(values);
    }

    /** Names by value, as {@code `0.01`: cartpole-ppo, acrobot-ppo; `0`: pendulum-ppo}. */
    private static String byValue(SortedMap<String, ConfigValue> values) {
        Map<String, String> names = new LinkedHashMap<>();
        values.forEach((name, value) -> names.merge(SettingsText.show(value), name, (some, one) -> some + ", " + one));
        return names.entrySet().stream()
                .map(group -> "`" + group.getKey() + "`: " + group.getValue())
                .collect(Collectors.joining("; "));
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
