package org.ascentrl.app;

import java.util.ArrayList;
import java.util.List;
import org.ascentrl.env.registry.EnvironmentFactory;
import org.ascentrl.settings.hocon.Settings;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The part of a command line that names an environment, and its options. */
final class EnvironmentOptions {

    @Parameters(paramLabel = "ENVIRONMENT", description = "The environment's id, as CartPole-v1.")
    private String id = "";

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "An option of the environment, as CartPole-v1.sutton-barto-reward=true; may be repeated.")
    private List<String> assignments = new ArrayList<>();

    EnvironmentFactory source() {
        Settings settings = settings();
        return Plugins.bootstrapFor(settings).environment(settings);
    }

    Settings settings() {
        Settings.Builder settings = Settings.builder()
                .references(EnvironmentOptions.class.getClassLoader())
                .set("environment=" + id);
        assignments.forEach(settings::set);
        return settings.build();
    }
}
