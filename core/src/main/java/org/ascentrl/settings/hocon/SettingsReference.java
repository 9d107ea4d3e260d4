package org.ascentrl.settings.hocon;

import com.typesafe.config.ConfigValue;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ascentrl.settings.Setting;

/** Writes the reference of all keys, as Markdown, from the records that they bind to. */
public final class SettingsReference {

    private final SettingsLayers defaults;
    private final StringBuilder text = new StringBuilder();

    /** @param defaults the {@code reference.conf} of all modules */
    public SettingsReference(Settings defaults) {
        this.defaults = defaults.layers();
    }

    public void title(String title) {
        text.append(text.length() == 0 ? "" : "\n").append(title).append('\n');
    }

    /** A table of the keys of {@code type}, which stand in {@code section}. */
    public void table(List<String> section, Class<? extends Record> type) {
        List<String> rows = new ArrayList<>();
        rows(section, type, "", rows);
        if (rows.isEmpty()) {
            text.append("\nNo options.\n");
            return;
        }
        text.append("\n| key | type | default | |\n|---|---|---|---|\n");
        rows.forEach(row -> text.append(row).append('\n'));
    }

    /** A key that chooses one, or several, of {@code names}. */
    public void selector(String key, Iterable<String> names) {
        text.append("| `")
                .append(key)
                .append("` | ")
                .append(defaultOf(List.of(key)))
                .append(" | ")
                .append(String.join(", ", names))
                .append(" |\n");
    }

    public void selectors() {
        text.append("\n| key | default | chooses from |\n|---|---|---|\n");
    }

    /** @param whole what the record itself means, where it is a part of another */
    private void rows(List<String> section, Class<? extends Record> type, String whole, List<String> rows) {
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
                rows.add(String.format(
                        "| `%s` | %s | %s | %s |",
                        SettingsText.key(path),
                        typeOf(component.getGenericType()) + range(component),
                        defaultOf(path),
                        meaning(whole, component)));
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
            return several.getRawType() == List.class ? "list of " + element : element + ", or nothing";
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

    private String defaultOf(List<String> path) {
        ConfigValue value = defaults.value(path);
        return value == null ? "" : "`" + SettingsText.show(value) + "`";
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
