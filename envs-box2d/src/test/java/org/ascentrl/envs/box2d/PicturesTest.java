package org.ascentrl.envs.box2d;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.ascentrl.env.Environment;
import org.ascentrl.env.StepResult;
import org.ascentrl.env.render.Frame;
import org.ascentrl.env.space.Action;
import org.ascentrl.random.NumpyGenerator;
import org.ascentrl.testing.Json;
import org.ascentrl.testing.Recorded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The pictures show what Gymnasium's rgb_array pictures show, at every size the same, and change nothing. */
class PicturesTest {

    static final List<String> IDS = Registered.IDS;

    static List<Map<String, Object>> pictures() {
        return Json.lines(PicturesTest.class, "/golden/pixels.jsonl");
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void thePixelsAreGymnasiums(Map<String, Object> golden) {
        try (Environment environment = Registered.of((String) golden.get("env")).create()) {
            environment.reset(((Number) golden.get("seed")).longValue());
            for (Object action : (List<?>) golden.get("actions")) {
                environment.step(Recorded.action(action));
            }
            Frame frame = environment.render().orElseThrow();
            assertThat(frame.width()).isEqualTo(golden.get("width"));
            assertThat(frame.height()).isEqualTo(golden.get("height"));
            for (Object pixel : (List<?>) golden.get("pixels")) {
                int[] expected = Json.integers(pixel);
                assertThat(frame.rgb()[expected[1] * frame.width() + expected[0]])
                        .as("column %s, row %s", expected[0], expected[1])
                        .isEqualTo(expected[2]);
            }
        }
    }

    @ParameterizedTest
    @FieldSource("IDS")
    void whoWatchesChangesNothing(String id) {
        try (Environment watched = Registered.of(id).create();
                Environment unwatched = Registered.of(id).create()) {
            NumpyGenerator random = new NumpyGenerator(1);
            assertThat(watched.reset(5)).isEqualTo(unwatched.reset(5));
            for (int i = 0; i < 400; i++) {
                int[] rgb = watched.render().orElseThrow().rgb();
                assertThat(watched.render().orElseThrow().rgb()).isEqualTo(rgb);
                Action action = watched.spec().actionSpace().sample(random);
                StepResult result = watched.step(action);
                StepResult expected = unwatched.step(action);
                assertThat(result.observation()).isEqualTo(expected.observation());
                assertThat(result.reward()).isEqualTo(expected.reward());
                assertThat(result.terminated()).isEqualTo(expected.terminated());
                if (result.done()) {
                    assertThat(watched.reset()).isEqualTo(unwatched.reset());
                }
            }
        }
    }

    @Test
    void enginesGlowUntilTheirFireHasCooled() {
        try (Environment lander = Registered.of("LunarLander-v3").create()) {
            lander.reset(3);
            assertThat(glowing(lander)).isZero();
            lander.step(Action.of(2));
            assertThat(glowing(lander)).isPositive();
            for (int i = 0; i < 6; i++) {
                lander.step(Action.of(0));
            }
            assertThat(glowing(lander)).isZero();
        }
    }

    /** Pixels that are more red than blue, as nothing else up there is. */
    private static long glowing(Environment lander) {
        Frame frame = lander.render().orElseThrow();
        return Arrays.stream(frame.rgb(), 0, frame.rgb().length / 3)
                .filter(rgb -> (rgb >> 16) > (rgb & 0xff) + 20)
                .count();
    }

    @ParameterizedTest
    @FieldSource("IDS")
    void isDrawnAtTheSizeThatIsAskedFor(String id) {
        try (Environment environment = Registered.of(id).create()) {
            environment.reset(3);
            Frame large = environment.render(1200, 800).orElseThrow();
            assertThat(large.width()).isEqualTo(1200);
            assertThat(large.height()).isEqualTo(800);
            assertThat(environment.framesPerSecond()).isEqualTo(50);
        }
    }

    @ParameterizedTest
    @FieldSource("IDS")
    void thereIsNothingToDrawBeforeAnEpisodeAndAfterClose(String id) {
        Environment environment = Registered.of(id).create();
        assertThatIllegalStateException()
                .isThrownBy(environment::render)
                .withMessage(id + ": render before reset, or after close. Call reset.");
        environment.reset(1);
        environment.close();
        environment.close();
        assertThatIllegalStateException().isThrownBy(() -> environment.render(60, 40));
        environment.reset(1);
        assertThat(environment.render()).isPresent();
        environment.close();
    }
}
