package org.ascentrl.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.ascentrl.optim.Sgd;
import org.ascentrl.optim.SgdSettings;
import org.ascentrl.settings.NoSettings;
import org.ascentrl.settings.hocon.Settings;
import org.ascentrl.settings.hocon.SettingsException;
import org.ascentrl.testing.Bandit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BootstrapTest {

    private static final Set<String> WITHOUT_DEFAULT =
            Set.of("TimeLimit.max-episode-steps", "ClipReward.min-reward", "ClipReward.max-reward");

    @Test
    void findsThePluginsThatJarsName() {
        assertThat(Bootstrap.discover().offers()).isEqualTo(new Bootstrap(List.of(new CorePlugin())).offers());
    }

    @Test
    void aKindOfWhichThereIsNoneIsEmpty() {
        Bootstrap empty = new Bootstrap(List.of());
        assertThat(empty.offers().values())
                .isNotEmpty()
                .allSatisfy(names -> assertThat(names).isEmpty());
        assertThatThrownBy(() -> empty.experiment(TestPlugin.settings().build()))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(
                        "environment = Identity-v0 (test.conf: 1): no such environment. Available: none. Put")
                .hasMessageContaining("algorithm = reinforce")
                .hasMessageContaining("backend = reference");
        assertThatThrownBy(() -> empty.environment("Bandit-v0", new Bandit.Settings(2, 0)))
                .hasMessage(
                        "Bandit-v0: no such environment. Available: none. Put the module with the plug-in on the class"
                                + " path; a jar that joins several modules must merge their META-INF/services files");
    }

    static Stream<Arguments> renamed() {
        return ConfigFactory.parseResources(BootstrapTest.class, "/reference.conf")
                .getConfig("renamed")
                .entrySet()
                .stream()
                .map(entry -> Arguments.of(entry.getKey(), entry.getValue().unwrapped()));
    }

    /** Whether the algorithm that has the key is chosen, or another. */
    @ParameterizedTest(name = "{0} = {1}")
    @MethodSource("renamed")
    void theErrorOfARenamedKeyNamesTheNewOne(String key, String name) {
        Bootstrap bootstrap = TestPlugin.bootstrap();
        String section = name.substring(0, Math.max(0, name.indexOf('.')));
        String owner = bootstrap.offers().get("algorithm").contains(section) ? section : "reinforce";
        for (String algorithm : List.of(owner, "choosy")) {
            Settings.Builder settings = TestPlugin.settings().set("algorithm=" + algorithm);
            assertThatThrownBy(
                            () -> bootstrap.experiment(settings.set(key + "=1").build()))
                    .as("algorithm = " + algorithm)
                    .hasMessageContaining(key + " (--set " + key + "=1): was renamed to " + name);
        }
        Settings.Builder settings = TestPlugin.settings().set("algorithm=" + owner);
        assertThatThrownBy(
                        () -> bootstrap.experiment(settings.set(name + "=[[]]").build()))
                .as("is a key")
                .hasMessageContaining(name + " = [[]] (--set " + name + "=[[]]): must be");
    }

    @Test
    void plugInsMayShareAKindButNotAName() {
        Plugin third = new Plugin() {
            @Override
            protected void configure() {
                offer(Kind.ENVIRONMENT, "Identity-v0", Bandit.Settings.class, (s, id) -> Bandit.factory(s));
                offer(Kind.WRAPPERS, "Add", NoSettings.class, (none, inner) -> inner);
            }
        };
        assertThat(new Bootstrap(List.of(new CorePlugin(), new Plugin() {
                            @Override
                            protected void configure() {
                                offer(
                                        Kind.OPTIMIZER,
                                        "mine",
                                        SgdSettings.class,
                                        (s, of) -> new Sgd(s, of.parameters(), of.tensors()));
                            }
                        }))
                        .offers()
                        .get("optimizer"))
                .containsExactly("adam", "adamw", "mine", "rmsprop", "sgd");

        assertThatThrownBy(() -> new Bootstrap(List.of(new CorePlugin(), new TestPlugin(), third)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("plug-ins cannot be used together: Duplicate key \"Identity-v0\"");
    }

    @Test
    void aFactoryThatIsChosenAndFailsSaysWhy() {
        assertThatThrownBy(() -> TestPlugin.experiment("backend=native"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("backend = native cannot be loaded: java.lang.IllegalStateException: libtensors.so: no such"
                        + " file");
    }

    @Test
    void everyOptionOfCoreHasADefaultAndEveryDefaultIsAnOption() {
        Config defaults = ConfigFactory.parseResources(getClass(), "/reference.conf");
        Set<String> read = new TreeSet<>();
        Map<String, SortedSet<String>> offers = new Bootstrap(List.of(new CorePlugin())).offers();
        offers.forEach((selector, names) -> {
            for (String name : names) {
                Settings.Builder settings = TestPlugin.settings();
                switch (selector) {
                    case "wrappers" ->
                        settings.set("environment=ContinuousIdentity-v0").set("wrappers=[" + name + "]");
                    case "sinks" -> settings.set("sinks=[" + name + "]");
                    default -> settings.set(selector + "=" + name);
                }
                WITHOUT_DEFAULT.stream()
                        .filter(key -> key.startsWith(name + "."))
                        .forEach(key -> settings.set(key + "=1"));
                String text =
                        TestPlugin.bootstrap().experiment(settings.build()).text();
                ConfigFactory.parseString(text).entrySet().forEach(entry -> read.add(entry.getKey()));
            }
        });
        Set<String> written = new TreeSet<>();
        defaults.entrySet().forEach(entry -> written.add(entry.getKey()));
        read.removeAll(WITHOUT_DEFAULT);
        written.removeIf(key -> key.startsWith("renamed.") || key.startsWith("recommended."));
        read.removeAll(Set.of(
                "environment", "backend", "Identity-v0.states", "Identity-v0.steps", "ContinuousIdentity-v0.steps"));

        assertThat(written).isEqualTo(read);
    }
}
