package org.ascentrl.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.Guice;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.ascentrl.algorithm.OffPolicySettings;
import org.ascentrl.algorithm.Trunk;
import org.ascentrl.algorithm.ppo.PpoSettings;
import org.ascentrl.env.wrapper.LinearTransform;
import org.ascentrl.env.wrapper.TimeLimit;
import org.ascentrl.experience.Schedule;
import org.ascentrl.optim.SgdSettings;
import org.ascentrl.settings.hocon.Settings;
import org.ascentrl.settings.hocon.SettingsException;
import org.junit.jupiter.api.Test;

class DefaultsTest {

    private static final Schedule NONE = Schedule.constant(0);

    @Test
    void areThoseOfTheReference() {
        assertThat(Defaults.of(PpoSettings.class))
                .isEqualTo(new PpoSettings(
                        0.99,
                        0.95,
                        128,
                        4,
                        256,
                        new Schedule(3e-4, 0),
                        Schedule.constant(0.2),
                        NONE,
                        0.5,
                        0,
                        0,
                        true,
                        false,
                        Trunk.SEPARATE));
    }

    @Test
    void changeOneComponentAtATime() {
        assertThat(Defaults.of(SgdSettings.class).withMomentum(0.9)).isEqualTo(new SgdSettings(0.9, 0.5));
        assertThat(Defaults.of(PpoSettings.class).withClipRange(new Schedule(0.3, 0.1)))
                .returns(new Schedule(0.3, 0.1), PpoSettings::clipRange)
                .returns(new Schedule(3e-4, 0), PpoSettings::learningRate);
    }

    /** Of everything in core but what has an option without a default. */
    @Test
    void areWhatARunBindsThatSetsNothing() {
        Registry registry = new Registry(Guice.createInjector(Registry::declareKinds, new CorePlugin()));
        for (Kind<?, ?> kind : Kind.ALL) {
            SortedMap<String, Offer<?, ?, ?>> offers = registry.of(kind);
            for (Map.Entry<String, Offer<?, ?, ?>> offer : offers.entrySet()) {
                if (!offer.getValue().settings().equals(TimeLimit.Settings.class)) {
                    assertBound(offer.getKey(), offer.getValue().settings());
                }
            }
        }
    }

    private static <C extends Record> void assertBound(String name, Class<C> type) {
        Settings unset = Settings.builder()
                .references(DefaultsTest.class.getClassLoader())
                .build();
        Optional<C> bound = unset.bind(name, type);
        assertThat(bound).as(name).isPresent();
        boolean offeredOnce = Bootstrap.discover().sections(type).size() == 1;
        assertThat(offeredOnce ? Defaults.of(type) : Defaults.of(type, name))
                .as(name)
                .isEqualTo(bound.get());
    }

    @Test
    void needASection() {
        assertThatThrownBy(() -> Defaults.of(OffPolicySettings.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("org.ascentrl.algorithm.OffPolicySettings: no plug-in offers anything with these settings."
                        + " Name their section");
        assertThatThrownBy(() -> Defaults.of(LinearTransform.Settings.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("org.ascentrl.env.wrapper.LinearTransform$Settings: the settings of TransformAction,"
                        + " TransformObservation. Name the section of one");
        assertThat(Defaults.of(LinearTransform.Settings.class, "TransformAction")
                        .toString())
                .isEqualTo(Defaults.of(LinearTransform.Settings.class, "TransformObservation")
                        .toString());
    }

    @Test
    void nameTheKeyThatHasNone() {
        assertThatThrownBy(() -> Defaults.of(TimeLimit.Settings.class))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("TimeLimit.max-episode-steps");
    }
}
