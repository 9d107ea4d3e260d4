package org.ascentrl.envs.classic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.ascentrl.env.render.Frame;
import org.ascentrl.random.NumpyGenerator;
import org.ascentrl.testing.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The pictures show what Gymnasium's rgb_array pictures show, and at every size the same. */
class PicturesTest {

    static final List<String> IDS = Registered.IDS;

    private static final int WHITE = 0xFFFFFF;

    static List<Map<String, Object>> pictures() {
        return Json.lines(PicturesTest.class, "/golden/pixels.jsonl");
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void thePixelsAreGymnasiums(Map<String, Object> golden) {
        Frame frame = draw((String) golden.get("env"), Json.doubles(golden.get("state")));
        assertThat(frame.width()).isEqualTo(golden.get("width"));
        assertThat(frame.height()).isEqualTo(golden.get("height"));
        for (Object pixel : (List<?>) golden.get("pixels")) {
            int[] expected = Json.integers(pixel);
            assertThat(pixel(frame, expected[0], expected[1]))
                    .as("column %s, row %s", expected[0], expected[1])
                    .isEqualTo(expected[2]);
        }
    }

    private static Frame draw(String id, double[] state) {
        ClassicEnvironment environment = Registered.of(id).bare();
        environment.reset(0);
        environment.state(state);
        return environment.render().orElseThrow();
    }

    @ParameterizedTest
    @FieldSource("IDS")
    void whatMovesIsSeenToMove(String id) {
        ClassicEnvironment environment = Registered.of(id).bare();
        environment.reset(0);
        Frame first = environment.render().orElseThrow();
        int[] before = first.rgb().clone();
        for (int i = 0; i < 20; i++) {
            environment.step(environment.spec().actionSpace().sample(new NumpyGenerator(i)));
        }
        Frame second = environment.render().orElseThrow();
        assertThat(second.rgb()).isNotEqualTo(before);
        assertThat(first.rgb()).as("an earlier frame is left alone").isEqualTo(before);
        assertThat(environment.render().orElseThrow().rgb()).isEqualTo(second.rgb());
    }

    /** Twice as large, the mean of four pixels is about the pixel of the smaller picture. */
    @ParameterizedTest
    @FieldSource("IDS")
    void aLargerPictureShowsTheSame(String id) {
        ClassicEnvironment environment = Registered.of(id).bare();
        environment.reset(3);
        Frame frame = environment.render().orElseThrow();
        Frame large = environment.render(2 * frame.width(), 2 * frame.height()).orElseThrow();
        assertThat(large.width()).isEqualTo(2 * frame.width());
        assertThat(large.height()).isEqualTo(2 * frame.height());
        assertThat(unlike(frame, large.scaled(frame.width(), frame.height()))).isLessThan(0.01);
    }

    /** The share of pixels that differ by more than half of the brightness. */
    private static double unlike(Frame a, Frame b) {
        int count = 0;
        for (int i = 0; i < a.rgb().length; i++) {
            for (int shift = 0; shift <= 16; shift += 8) {
                if (Math.abs((a.rgb()[i] >> shift & 0xff) - (b.rgb()[i] >> shift & 0xff)) > 128) {
                    count++;
                    break;
                }
            }
        }
        return (double) count / a.rgb().length;
    }

    @ParameterizedTest
    @FieldSource("IDS")
    void otherProportionsLeaveWhiteMargins(String id) {
        ClassicEnvironment environment = Registered.of(id).bare();
        environment.reset(3);
        Frame wide = environment.render(400, 100).orElseThrow();
        assertThat(wide.width()).isEqualTo(400);
        assertThat(wide.height()).isEqualTo(100);
        for (int y = 0; y < 100; y++) {
            assertThat(pixel(wide, 60, y)).isEqualTo(WHITE);
            assertThat(pixel(wide, 340, y)).isEqualTo(WHITE);
        }
        assertThat(Arrays.stream(wide.rgb())).anyMatch(rgb -> rgb != WHITE);
        assertThat(environment.render(1, 1)).isPresent();
    }

    @Test
    void theArrowOfThePendulumGrowsWithTheTorqueAndTurnsWithIt() {
        assertThat(black(0)).isLessThan(black(0.5)).isPositive();
        assertThat(black(0.5)).isLessThan(black(2));
        Frame left = draw("Pendulum-v1", new double[] {0, 0, 2});
        Frame right = draw("Pendulum-v1", new double[] {0, 0, -2});
        assertThat(pixel(right, 199, 250)).as("the end of the clockwise arrow").isZero();
        assertThat(pixel(left, 301, 250)).as("the end of the other").isZero();
        assertThat(left.rgb()).isNotEqualTo(right.rgb());
    }

    private static long black(double torque) {
        return Arrays.stream(draw("Pendulum-v1", new double[] {0, 0, torque}).rgb())
                .filter(rgb -> rgb == 0)
                .count();
    }

    private static int pixel(Frame frame, int x, int y) {
        return frame.rgb()[y * frame.width() + x];
    }
}
