package org.ascentrl.envs.box2d;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.typesafe.config.ConfigFactory;
import java.util.List;
import org.ascentrl.Ascent;
import org.ascentrl.env.Environment;
import org.ascentrl.env.space.Action;
import org.ascentrl.env.vector.EnvironmentException;
import org.ascentrl.env.vector.StepBatch;
import org.ascentrl.env.vector.VectorEnvironment;
import org.ascentrl.random.NumpyGenerator;
import org.ascentrl.testing.Json;
import org.ascentrl.testing.Recorded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** Specs, defaults and options, and what is refused. */
class SettingsTest {

    static final List<String> IDS = Registered.IDS;

    @Test
    void specsAreGymnasiums() {
        Json.lines(SettingsTest.class, "/golden/specs.jsonl").forEach(expected -> {
            Registered<?> registered = Registered.of((String) expected.get("env"));
            Recorded.checkSpec(registered.spec(), expected);
            try (Environment environment = registered.create()) {
                assertThat(environment.framesPerSecond()).isEqualTo(expected.get("render_fps"));
            }
        });
    }

    /** The defaults that a run reads are those of the convenience constructors. */
    @ParameterizedTest
    @FieldSource("IDS")
    void theReferenceConfigurationIsAsRegistered(String id) {
        NumpyGenerator random = new NumpyGenerator(2);
        try (Environment configured = Ascent.environment(id);
                Environment registered = Registered.of(id).create()) {
            assertThat(configured.spec()).isEqualTo(registered.spec());
            assertThat(configured.reset(2)).isEqualTo(registered.reset(2));
            for (int i = 0; i < 5; i++) {
                Action action = registered.spec().actionSpace().sample(random);
                assertThat(configured.step(action).observation())
                        .isEqualTo(registered.step(action).observation());
            }
        }
        assertThat(ConfigFactory.defaultReference(Box2dTask.class.getClassLoader())
                        .getConfig(id)
                        .root()
                        .keySet())
                .hasSize(Registered.of(id).settings().getClass().getRecordComponents().length);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-12, 0, 1, Double.NaN})
    void gravityHasLimits(double gravity) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LunarLanderSettings(false, gravity, false, 15, 1.5))
                .withMessage("gravity = " + gravity + " must be greater than -12 and less than 0, in m/s²");
    }

    /** Gymnasium only advises against it. */
    @Test
    void aStormIsAllowedWithAWarning() {
        Logger logger = (Logger) LoggerFactory.getLogger(LunarLander.class);
        ListAppender<ILoggingEvent> messages = new ListAppender<>();
        messages.start();
        logger.setAdditive(false);
        logger.addAppender(messages);
        try (Environment environment = new Registered<>(
                        "LunarLander-v3", new LunarLanderSettings(false, -10, true, 50, 5), LunarLander::new)
                .create()) {
            float[] first = environment.reset(1);
            assertThat(environment.step(Action.of(0)).observation()).isNotEqualTo(first);
        } finally {
            logger.detachAppender(messages);
            logger.setAdditive(true);
        }
        assertThat(messages.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly(
                        "wind-power = 50.0: Gymnasium recommends 0 to 20.0",
                        "turbulence-power = 5.0: Gymnasium recommends 0 to 2.0");
    }

    /** A number that is none would make Box2D end the process. */
    @ParameterizedTest
    @ValueSource(strings = {"LunarLanderContinuous-v3", "BipedalWalker-v3"})
    void anActionThatIsNoNumberIsRefused(String id) {
        try (Environment environment = Registered.of(id).create()) {
            environment.reset(1);
            float[] numbers = new float[environment.spec().actionSpace().reals()];
            numbers[1] = Float.NaN;
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> environment.step(Action.of(numbers)))
                    .withMessageContaining("NaN");
            numbers[1] = 1;
            assertThat(environment.step(Action.of(numbers)).observation()).isNotEmpty();
        }
    }

    @ParameterizedTest
    @FieldSource("IDS")
    void refusesANegativeSeedByNamingTheSlot(String id) {
        try (VectorEnvironment vector = Registered.of(id).createVector(2)) {
            StepBatch out = new StepBatch(vector.spec(), 2);
            assertThatThrownBy(() -> vector.reset((slot, episode) -> -slot, out))
                    .isInstanceOf(EnvironmentException.class)
                    .hasMessageContaining(id + ", slot 1, episode with seed -1, reset");
        }
    }
}
