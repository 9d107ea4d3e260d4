package org.ascentrl.app;

import java.util.List;
import org.ascentrl.settings.hocon.Settings;

/** The presets by what they choose: with what the application brings, or with a plug-in that is fetched. */
final class OwnPresets {

    private OwnPresets() {}

    static Settings settings(String preset) {
        return Settings.builder()
                .references(OwnPresets.class.getClassLoader())
                .preset(preset, Presets.url(preset + ".conf"))
                .build();
    }

    /** Those that need no further artifact. */
    static List<String> names() {
        return Presets.names().stream().filter(preset -> !needsMore(preset)).toList();
    }

    /** Those that do; the modules of the artifacts try them. */
    static List<String> others() {
        return Presets.names().stream().filter(OwnPresets::needsMore).toList();
    }

    private static boolean needsMore(String preset) {
        try {
            Plugins.bootstrapFor(settings(preset));
            return false;
        } catch (AbsentPluginException e) {
            return true;
        }
    }
}
