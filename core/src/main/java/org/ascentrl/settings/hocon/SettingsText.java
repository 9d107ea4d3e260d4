package org.ascentrl.settings.hocon;

import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Settings as text: keys and values as people write them in HOCON. */
final class SettingsText {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]*(/[A-Za-z0-9_.-]+)*");
    private static final Set<String> KEYWORDS = Set.of("true", "false", "null");
    private static final Pattern LOWER_UPPER = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");
    private static final int SHOWN = 80;
    private static final int SHOWN_DEPTH = 3;
    private static final int LINE = 100;

    private SettingsText() {}

    /** The key of a record component: {@code episodesPerSlot} is {@code episodes-per-slot}. */
    static String kebab(String camel) {
        return LOWER_UPPER.matcher(camel).replaceAll("-").toLowerCase(Locale.ROOT);
    }

    /** The name of an enum constant: {@code PER_EPISODE} is {@code per-episode}. */
    static String kebab(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String key(List<String> path) {
        return path.isEmpty() ? "settings" : ConfigUtil.joinPath(path);
    }

    /** A key for a message: short. */
    static String shownKey(List<String> path) {
        return shortened(key(path));
    }

    /** A string as a HOCON value, in quotes only where it needs them. */
    static String quote(String s) {
        return PLAIN.matcher(s).matches() && !KEYWORDS.contains(s) ? s : ConfigUtil.quoteString(s);
    }

    /** A string, number or boolean as it was written, without quotes. */
    static String scalar(ConfigValue value) {
        return value.atKey("v").getString("v");
    }

    /** A value for a message: short, an object only hinted at. */
    static String show(ConfigValue value) {
        return shortened(show(value, SHOWN_DEPTH));
    }

    private static String show(ConfigValue value, int depth) {
        return switch (value.valueType()) {
            case OBJECT -> "{..}";
            case LIST ->
                depth == 0
                        ? "[..]"
                        : ((ConfigList) value)
                                .stream()
                                        .map(element -> show(element, depth - 1))
                                        .collect(Collectors.joining(", ", "[", "]"));
            case STRING -> quote(scalar(value));
            case NUMBER, BOOLEAN -> scalar(value);
            case NULL -> "null";
        };
    }

    static String shortened(String s) {
        return s.length() <= SHOWN ? s : s.substring(0, SHOWN) + "…";
    }

    /** The end of a sentence, with a suggestion if there is one. */
    static String didYouMean(Optional<String> name) {
        return name.map(n -> ". Did you mean " + n + "?").orElse("");
    }

    /** The same text on one line, its control and formatting characters visible. */
    static String printable(String s) {
        StringBuilder out = new StringBuilder(s.length());
        s.codePoints().forEach(c -> {
            switch (Character.getType(c)) {
                case Character.CONTROL,
                        Character.FORMAT,
                        Character.LINE_SEPARATOR,
                        Character.PARAGRAPH_SEPARATOR,
                        Character.SURROGATE -> out.append("\\u").append("%04x".formatted(c));
                default -> out.appendCodePoint(c);
            }
        });
        return out.toString();
    }

    /**
     * A HOCON text.
     *
     * @param values HOCON values by path; keys keep this order, but a section's stand together, after the plain keys
     */
    static String document(Map<List<String>, String> values) {
        StringBuilder out = new StringBuilder();
        StringBuilder sections = new StringBuilder();
        tree(values).forEach((key, node) -> {
            if (node instanceof Map<?, ?>) {
                sections.append('\n');
                write(key, node, "", sections);
            } else {
                write(key, node, "", out);
            }
        });
        return out.append(sections).toString();
    }

    private static Map<String, Object> tree(Map<List<String>, String> values) {
        Map<String, Object> root = new LinkedHashMap<>();
        values.forEach((path, text) -> {
            Map<String, Object> node = root;
            for (String section : path.subList(0, path.size() - 1)) {
                node = child(node, section);
            }
            node.put(path.get(path.size() - 1), text);
        });
        return root;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> child(Map<String, Object> node, String key) {
        return (Map<String, Object>) node.computeIfAbsent(key, k -> new LinkedHashMap<String, Object>());
    }

    private static void write(Object key, Object node, String indent, StringBuilder out) {
        String line = indent + oneLine(key, node);
        if (node instanceof Map<?, ?> children && line.length() > LINE) {
            out.append(indent).append(ConfigUtil.joinPath(key.toString())).append(" {\n");
            children.forEach((k, child) -> write(k, child, indent + "    ", out));
            out.append(indent).append("}\n");
        } else {
            out.append(line).append('\n');
        }
    }

    private static String oneLine(Object key, Object node) {
        String name = ConfigUtil.joinPath(key.toString());
        if (node instanceof Map<?, ?> children) {
            return children.entrySet().stream()
                    .map(e -> oneLine(e.getKey(), e.getValue()))
                    .collect(Collectors.joining(", ", name + " { ", " }"));
        }
        return name + " = " + node;
    }
}
