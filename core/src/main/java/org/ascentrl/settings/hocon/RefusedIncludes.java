package org.ascentrl.settings.hocon;

import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigIncludeContext;
import com.typesafe.config.ConfigIncluder;
import com.typesafe.config.ConfigIncluderClasspath;
import com.typesafe.config.ConfigIncluderFile;
import com.typesafe.config.ConfigIncluderURL;
import com.typesafe.config.ConfigObject;
import java.io.File;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads nothing for an {@code include}, of whichever kind, and remembers that there was one. */
final class RefusedIncludes implements ConfigIncluder, ConfigIncluderFile, ConfigIncluderURL, ConfigIncluderClasspath {

    private static final Pattern STATEMENT = Pattern.compile("(^|[{,\\[])\\s*include[\\s(]");

    private final LayerText text;
    private final List<String> included = new ArrayList<>();

    RefusedIncludes(LayerText text) {
        this.text = text;
    }

    /**
     * Reports what was to be included.
     *
     * @throws SettingsException if there was anything
     */
    void check() {
        if (!included.isEmpty()) {
            throw new SettingsException(included.stream()
                    .map(what -> SettingsText.printable(place(what) + ": include \"" + what
                            + "\" is refused: settings are data. Copy its keys here"))
                    .distinct()
                    .toList());
        }
    }

    /** The parser does not say where it met the statement, so this is the first line that looks like it. */
    private String place(String what) {
        List<String> lines = text.text().lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (text.lined() && line.contains(what) && STATEMENT.matcher(line).find()) {
                return text.name() + ": " + (i + 1);
            }
        }
        return text.name();
    }

    private ConfigObject refuse(String what) {
        included.add(what);
        return ConfigFactory.empty().root();
    }

    @Override
    public ConfigIncluder withFallback(ConfigIncluder fallback) {
        return this;
    }

    @Override
    public ConfigObject include(ConfigIncludeContext context, String what) {
        return refuse(what);
    }

    @Override
    public ConfigObject includeFile(ConfigIncludeContext context, File what) {
        return refuse(what.getPath());
    }

    @Override
    public ConfigObject includeURL(ConfigIncludeContext context, URL what) {
        return refuse(what.toExternalForm());
    }

    @Override
    public ConfigObject includeResources(ConfigIncludeContext context, String what) {
        return refuse(what);
    }
}
