package org.ascentrl.settings.hocon;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import com.typesafe.config.parser.ConfigDocumentFactory;
import java.util.List;
import java.util.Objects;

/** Makes a layer of one {@code key=value}, as given by {@code --set}. */
final class Assignment {

    private static final String FORM = "must be key=value, such as --set seed=3 or --set training.steps=1000";
    private static final String VALUE = "value";

    private Assignment() {}

    static SettingsLayer layer(String keyAndValue) {
        String name = "--set " + SettingsText.printable(SettingsText.shortened(keyAndValue));
        int equals = equalsSign(keyAndValue);
        List<String> path = equals < 0
                ? List.of()
                : path(new LayerText(name, keyAndValue.substring(0, equals).strip(), false));
        if (path.isEmpty()) {
            throw SettingsException.of(name, FORM);
        }
        ConfigValue value =
                value(new LayerText(name, keyAndValue.substring(equals + 1).strip(), false));
        ConfigObject layer = value.atKey(path.get(path.size() - 1)).root();
        for (int i = path.size() - 2; i >= 0; i--) {
            layer = layer.atKey(path.get(i)).root();
        }
        return new SettingsLayer(name, SettingsLayer.Kind.ASSIGNMENT, layer, layer);
    }

    /** The first {@code =} outside of quotes, or -1. */
    private static int equalsSign(String keyAndValue) {
        boolean quoted = false;
        for (int i = 0; i < keyAndValue.length(); i++) {
            char c = keyAndValue.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == '=' && !quoted) {
                return i;
            }
        }
        return -1;
    }

    private static List<String> path(LayerText key) {
        try {
            List<String> path = ConfigUtil.splitPath(key.text());
            return path.contains("") ? List.of() : path;
        } catch (ConfigException e) {
            return List.of();
        }
    }

    /** The HOCON value that the text is, all of it; otherwise the text itself. */
    private static ConfigValue value(LayerText text) {
        Config parsed;
        try {
            // refuses a text that goes on after one value: it could bring further keys
            ConfigDocumentFactory.parseString("").withValueText(VALUE, text.text());
            parsed = LayerReader.parse(new LayerText(text.name(), VALUE + " = " + text.text(), false));
        } catch (ConfigException e) {
            return ConfigValueFactory.fromAnyRef(text.text());
        }
        if (!parsed.isResolved()) {
            throw SettingsException.of(
                    text.name(), "a substitution is resolved only in a file named on the command line");
        }
        return Objects.requireNonNull(parsed.root().get(VALUE));
    }
}
