package org.ascentrl.env.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class FrameTest {

    private static final Frame FRAME = new Frame(2, 2, new int[] {0xff0000, 0x00ff00, 0x0000ff, 0x000000});

    @Test
    void scalesUpByRepeating() {
        Frame scaled = FRAME.scaled(4, 2);
        assertThat(scaled.width()).isEqualTo(4);
        assertThat(scaled.height()).isEqualTo(2);
        assertThat(scaled.rgb())
                .containsExactly(0xff0000, 0xff0000, 0x00ff00, 0x00ff00, 0x0000ff, 0x0000ff, 0x000000, 0x000000);
    }

    @Test
    void scalesDownToTheMean() {
        assertThat(FRAME.scaled(1, 1).rgb()).containsExactly(0x404040);
        assertThat(FRAME.scaled(1, 2).rgb()).containsExactly(0x808000, 0x000080);
    }

    @Test
    void cutsThroughPixels() {
        Frame wide = new Frame(3, 1, new int[] {0x000000, 0x0000ff, 0x0000ff});
        assertThat(wide.scaled(2, 1).rgb()).containsExactly(0x000055, 0x0000ff);
    }

    @Test
    void keepsItsOwnSize() {
        assertThat(FRAME.scaled(2, 2)).isSameAs(FRAME);
        assertThatIllegalArgumentException().isThrownBy(() -> FRAME.scaled(0, 2));
    }

    @Test
    void isFull() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Frame(2, 2, new int[3]));
    }
}
