package org.ascentrl.settings.hocon;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigOrigin;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigResolveOptions;
import com.typesafe.config.ConfigSyntax;
import java.util.Map;

/**
 * Parses the texts of the layers. Settings are data: only a module's own {@code reference.conf} may include other
 * files, and only a file named by a person may take values from the environment.
 */
final class LayerReader {

    private static final String UNRESOLVED = "Could not resolve substitution to a value: ";
    private static final String CYCLE = " was part of a cycle";

    private LayerReader() {}

    /** Every {@code reference.conf} a class loader sees; those that it finds first stand above the others. */
    static SettingsLayer references(ClassLoader loader) {
        String name = "reference.conf";
        ConfigParseOptions options =
                ConfigParseOptions.defaults().setSyntax(ConfigSyntax.CONF).setClassLoader(loader);
        return reference(name, () -> ConfigFactory.parseResources(name, options));
    }

    static SettingsLayer reference(String name, String text) {
        return reference(name, () -> ConfigFactory.parseString(text, options(name)));
    }

    private static SettingsLayer reference(String name, Parsing parsing) {
        return guarded(name, "", () -> {
            Config parsed = parsing.parse();
            Config resolved = parsed.resolve(ConfigResolveOptions.noSystem().setAllowUnresolved(true));
            return new SettingsLayer(
                    name, SettingsLayer.Kind.REFERENCE, parsed.root(), withoutUnresolved(resolved.root()));
        });
    }

    /** Foreign libraries have such files as well; a section that only their own loader can resolve is none of ours. */
    private static ConfigObject withoutUnresolved(ConfigObject root) {
        ConfigObject kept = root;
        for (String key : root.keySet()) {
            try {
                root.get(key).unwrapped();
            } catch (ConfigException.NotResolved e) {
                kept = kept.withoutKey(key);
            }
        }
        return kept;
    }

    /** A file named by a person. */
    static SettingsLayer file(LayerText text, Map<String, String> environment) {
        return data(text, environment, "is neither a key of this file nor an environment variable");
    }

    /** A text that comes with an application. */
    static SettingsLayer preset(LayerText text) {
        String hint = "is no key of this text; the environment is read only in a file named on the command line";
        return data(text, Map.of(), hint);
    }

    private static SettingsLayer data(LayerText text, Map<String, String> environment, String unresolved) {
        return guarded(text.name(), unresolved, () -> {
            Config parsed = parse(text);
            Config resolved = parsed.resolve(
                    ConfigResolveOptions.noSystem().appendResolver(new EnvironmentResolver(environment)));
            return new SettingsLayer(text.name(), SettingsLayer.Kind.TEXT, parsed.root(), resolved.root());
        });
    }

    /** Parses a text that may include nothing. */
    static Config parse(LayerText text) {
        RefusedIncludes includes = new RefusedIncludes(text);
        Config parsed =
                ConfigFactory.parseString(text.text(), options(text.name()).setIncluder(includes));
        includes.check();
        return parsed;
    }

    private static ConfigParseOptions options(String name) {
        return ConfigParseOptions.defaults().setSyntax(ConfigSyntax.CONF).setOriginDescription(name);
    }

    @FunctionalInterface
    private interface Parsing {
        Config parse();
    }

    @FunctionalInterface
    private interface Reading {
        SettingsLayer read();
    }

    private static SettingsLayer guarded(String name, String unresolved, Reading reading) {
        try {
            return reading.read();
        } catch (ConfigException.UnresolvedSubstitution e) {
            String what = reason(e).replace(UNRESOLVED, "");
            int cycle = what.indexOf(CYCLE);
            throw SettingsException.of(
                    place(name, e),
                    cycle < 0 ? what + " " + unresolved : what.substring(0, cycle) + " refers to itself");
        } catch (ConfigException e) {
            throw SettingsException.of(place(name, e), "does not parse: " + reason(e));
        } catch (StackOverflowError e) {
            // substitutions put brackets within brackets, which no count before parsing finds
            throw SettingsException.of(name, LayerText.TOO_DEEP);
        }
    }

    private static String place(String name, ConfigException e) {
        ConfigOrigin origin = e.origin();
        return origin == null ? name : Place.of(0, name, origin).toString();
    }

    /** The parser's message without the place, which is named already, and without its advice to rename the file. */
    private static String reason(ConfigException e) {
        String message = String.valueOf(e.getMessage());
        String place = e.origin() == null ? "" : e.origin().description() + ": ";
        String reason = message.startsWith(place) ? message.substring(place.length()) : message;
        int advice = reason.indexOf(" (if you ");
        return (advice < 0 ? reason : reason.substring(0, advice)).strip();
    }
}
