package org.ascentrl.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Inject;
import java.util.List;
import org.ascentrl.env.Environment;
import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.env.registry.EnvironmentFactory;
import org.ascentrl.env.space.Action;
import org.ascentrl.settings.hocon.Settings;
import org.ascentrl.settings.hocon.SettingsException;
import org.ascentrl.testing.Bandit;
import org.ascentrl.testing.IdentityEnvironment;
import org.junit.jupiter.api.Test;

/** What a plug-in can offer beyond a constructor under a name. */
class OffersTest {

    /** Something that an application has, and a factory needs. */
    private record Bonus(double reward) {}

    record Times(int times) {}

    /** Adds the application's bonus to each reward. */
    static final class Bonuses implements Factory<Times, Environment, Environment> {

        private final Bonus bonus;

        @Inject
        Bonuses(Bonus bonus) {
            this.bonus = bonus;
        }

        @Override
        public Environment create(Times settings, Environment inner) {
            return new TestPlugin.Reward(inner, 1, settings.times() * bonus.reward());
        }
    }

    private static final class BonusPlugin extends Plugin {
        @Override
        protected void configure() {
            offer(Kind.WRAPPERS, "Bonus", Times.class, Bonuses.class);
        }
    }

    private static final AbstractModule APPLICATION = new AbstractModule() {
        @Override
        protected void configure() {
            bind(Bonus.class).toInstance(new Bonus(10));
        }
    };

    private static double firstReward(Bootstrap bootstrap) {
        Settings settings = TestPlugin.settings()
                .set("environment=Chain-v0")
                .set("wrappers=[Bonus]")
                .set("Bonus.times=2")
                .build();
        try (Environment environment = bootstrap.environment(settings).create()) {
            environment.reset(1);
            return environment.step(Action.of(1)).reward();
        }
    }

    @Test
    void aFactoryIsGivenWhatAModuleOfTheApplicationBinds() {
        assertThat(firstReward(new Bootstrap(List.of(new TestPlugin(), new BonusPlugin(), APPLICATION))))
                .isEqualTo(19);
    }

    @Test
    void aFactoryIsGivenWhatTheInjectorOfTheApplicationHas() {
        Bootstrap bootstrap =
                Bootstrap.discover(Guice.createInjector(APPLICATION), List.of(new TestPlugin(), new BonusPlugin()));

        assertThat(firstReward(bootstrap)).isEqualTo(19);
    }

    @Test
    void anExperimentIsGivenModulesOfTheApplication() {
        ExperimentBuilder builder = new ExperimentBuilder(TestPlugin.settings())
                .plugin(new TestPlugin())
                .plugin(new BonusPlugin())
                .set("environment=Chain-v0")
                .set("wrappers=[Bonus]")
                .set("Bonus.times=2");

        assertThatIllegalStateException().isThrownBy(builder::build).withMessageContaining("Bonus");
        try (Experiment experiment = builder.module(APPLICATION).build();
                Environment environment = experiment.environment().create()) {
            environment.reset(1);
            assertThat(environment.step(Action.of(1)).reward()).isEqualTo(19);
        }
    }

    @Test
    void aFactoryWhoseNeedsNobodyBindsIsRefusedAtOnce() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new Bootstrap(List.of(new BonusPlugin())))
                .withMessageContaining("plug-ins cannot be used together")
                .withMessageContaining("Bonus");
    }

    /** Offers every environment {@code toy:..}, with as many states as its section says. */
    private static final class ToyPlugin extends Plugin {
        @Override
        protected void configure() {
            offer(Kind.ENVIRONMENT, "toy:*", IdentityEnvironment.Settings.class, (settings, id) -> {
                EnvironmentFactory identity = IdentityEnvironment.factory(settings);
                EnvironmentSpec spec = identity.spec();
                EnvironmentSpec named = new EnvironmentSpec(
                        id,
                        spec.maxEpisodeSteps(),
                        spec.rewardThreshold(),
                        spec.observationSpace(),
                        spec.actionSpace());
                return EnvironmentFactory.of(named, identity::create);
            });
        }
    }

    private static Bootstrap toys() {
        return new Bootstrap(List.of(new CorePlugin(), new TestPlugin(), new ToyPlugin()));
    }

    private static Settings.Builder toySettings() {
        return TestPlugin.settings().reference("toy.conf", "toy { states = 7, steps = 3 }");
    }

    @Test
    void aPatternOffersEveryNameThatBeginsSo() {
        Settings.Builder settings = toySettings().set("environment=toy:Walk-v3").set("toy.states=6");

        try (Experiment experiment = toys().experiment(settings.build())) {
            assertThat(experiment.environment().spec().id()).isEqualTo("toy:Walk-v3");
            assertThat(experiment.environment().spec().actionSpace()).hasToString("Discrete(6)");
            assertThat(experiment.environmentText())
                    .contains("environment = \"toy:Walk-v3\"", "toy { states = 6, steps = 3 }");
        }
        assertThat(toys().offers().get("environment")).contains("toy:*", "Identity-v0");
    }

    @Test
    void aNameThatNoPatternBeginsIsListedWithThePatterns() {
        for (String name : List.of("toys:Walk-v3", "toy", "toy:", "toy:*")) {
            assertThatThrownBy(() -> toys().environment(
                                    toySettings().set("environment=" + name).build()))
                    .isInstanceOf(SettingsException.class)
                    .hasMessageContaining("no such environment. Available: Bandit-v0")
                    .hasMessageContaining("MaskedBandit-v0, toy:*");
        }
    }

    @Test
    void optionsOfAPatternThatIsNotChosenAreRefused() {
        assertThatThrownBy(() ->
                        toys().experiment(toySettings().set("toy.states=6").build()))
                .hasMessage("toy.states (--set toy.states=6): environment = Identity-v0 is chosen, not toy. Remove it,"
                        + " or choose it with environment = toy:*");
    }

    @Test
    void anEnvironmentUnderAnotherNameThanItsIdIsRefused() {
        Plugin misnamed = new Plugin() {
            @Override
            protected void configure() {
                offer(Kind.ENVIRONMENT, "Slot-v0", Bandit.Settings.class, (s, id) -> Bandit.factory(s));
            }
        };
        Settings settings = TestPlugin.settings()
                .set("environment=Slot-v0")
                .set("Slot-v0={arms=2, noise=0}")
                .build();

        assertThatIllegalStateException()
                .isThrownBy(() -> new Bootstrap(List.of(misnamed, new CorePlugin())).environment(settings))
                .withMessage("environment = Slot-v0: the spec of what its plug-in offers has the id Bandit-v0. Offer it"
                        + " under its id");
    }

    @Test
    void anEnvironmentTakesOptionsGivenInJava() {
        Bootstrap bootstrap = TestPlugin.bootstrap();

        assertThat(bootstrap
                        .environment("Bandit-v0", new Bandit.Settings(6, 0))
                        .spec()
                        .actionSpace())
                .hasToString("Discrete(6)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> bootstrap.environment("Bandit-v0", new Times(1)))
                .withMessage("Bandit-v0: its options are a org.ascentrl.testing.Bandit$Settings, not a "
                        + Times.class.getName());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> bootstrap.environment("Bandit-v9", new Times(1)))
                .withMessageStartingWith("Bandit-v9: no such environment. Available: Bandit-v0, ");
    }
}
