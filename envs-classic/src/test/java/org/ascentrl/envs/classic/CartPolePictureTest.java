package org.ascentrl.envs.classic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.ascentrl.env.render.Frame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pixels are those of Gymnasium's rgb_array pictures. */
class CartPolePictureTest {

    private static final int WHITE = 0xFFFFFF;
    private static final int BLACK = 0;
    private static final int POLE = 0xCA9865;
    private static final int AXLE = 0x8184CB;

    private final CartPolePicture picture = new CartPolePicture();

    @Test
    void drawsTheCartInTheMiddleWithThePoleUpright() {
        Frame frame = draw(0, 0);

        assertThat(frame.width()).isEqualTo(600);
        assertThat(frame.height()).isEqualTo(400);
        int[] column = column(frame, 280);
        assertThat(rows(column, 284, 315)).containsOnly(BLACK);
        assertThat(rows(column, 0, 284)).containsOnly(WHITE);
        assertThat(rows(column, 315, 400)).containsOnly(WHITE);
        assertThat(rows(column(frame, 300), 172, 287)).containsOnly(POLE);
        assertThat(rows(column(frame, 300), 0, 172)).containsOnly(WHITE);
        assertThat(pixel(frame, 300, 292)).isEqualTo(AXLE);
        assertThat(row(frame, 299)).containsOnly(BLACK);
        assertThat(Arrays.copyOfRange(row(frame, 200), 295, 306)).containsOnly(POLE);
        assertThat(row(frame, 310)[274]).isEqualTo(WHITE);
        assertThat(Arrays.copyOfRange(row(frame, 310), 275, 326)).containsOnly(BLACK);
        assertThat(row(frame, 310)[326]).isEqualTo(WHITE);
    }

    @ParameterizedTest
    @CsvSource({
        "-0.5123, 0.1, 241, 240, CA9865",
        "-0.5123, 0.1, 230, 250, FFFFFF",
        "-0.5123, 0.1, 235, 292, 8184CB",
        "-0.5123, 0.1, 210, 284, 000000",
        "1.2345, -0.17, 440, 215, CA9865",
        "1.2345, -0.17, 448, 255, CA9865",
        "1.2345, -0.17, 454, 292, 8184CB",
        "1.2345, -0.17, 429, 284, 000000",
        "1.2345, -0.17, 479, 314, 000000",
        "1.2345, -0.17, 440, 170, FFFFFF",
        "2.37, 0.2094, 599, 285, CA9865"
    })
    void drawsAState(double x, double theta, int column, int row, String expected) {
        assertThat(pixel(draw(x, theta), column, row)).isEqualTo(Integer.parseInt(expected, 16));
    }

    @Test
    void leavesEarlierFramesAlone() {
        Frame first = draw(-1, 0.1);
        int[] before = first.rgb().clone();

        Frame second = draw(1, -0.1);

        assertThat(first.rgb()).isEqualTo(before).isNotEqualTo(second.rgb());
    }

    @Test
    void givesPlainColorsBetweenBlackAndWhite() {
        assertThat(Arrays.stream(draw(0.3, 0.15).rgb())).allMatch(rgb -> rgb >= BLACK && rgb <= WHITE);
    }

    private Frame draw(double x, double theta) {
        return picture.draw(new double[] {x, 0, theta, 0});
    }

    private static int pixel(Frame frame, int x, int y) {
        return frame.rgb()[y * frame.width() + x];
    }

    private static int[] row(Frame frame, int y) {
        return Arrays.copyOfRange(frame.rgb(), y * frame.width(), (y + 1) * frame.width());
    }

    private static int[] column(Frame frame, int x) {
        int[] column = new int[frame.height()];
        Arrays.setAll(column, y -> pixel(frame, x, y));
        return column;
    }

    private static int[] rows(int[] column, int from, int to) {
        return Arrays.copyOfRange(column, from, to);
    }
}
