package org.ascentrl.env.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.ascentrl.state.Snapshot;
import org.ascentrl.state.Stateful;
import org.junit.jupiter.api.Test;

class ObservationsTest {

    private static final Box IMAGE = Box.bytes(2, 1);
    private static final Space NUMBERS = Box.of(-9, 9, 2);
    private static final Dict MIXED = new Dict(Map.of("arm", NUMBERS, "camera", IMAGE, "door", new Discrete(2)));

    private static Observations mixed() {
        return Observations.of(MIXED, new float[] {1.5f, 2, 7, 255, 0, 1, 3, 4, 0, 128, 1, 0});
    }

    @Test
    void aRowHasItsFlatViewAndPartsHaveTheirs() {
        Observations all = mixed();
        assertThat(all.rows()).isEqualTo(2);
        assertThat(all.features()).isEqualTo(6);
        assertThat(all.hasBytes()).isTrue();
        assertThat(all.flat(1)).containsExactly(3, 4, 0, 128, 1, 0);
        assertThat(all.floats()).containsExactly(1.5f, 2, 7, 255, 0, 1, 3, 4, 0, 128, 1, 0);
        assertThat(all.part("arm").floats()).containsExactly(1.5f, 2, 3, 4);
        assertThat(all.part("arm").hasBytes()).isFalse();
        assertThat(all.part("camera").floats()).containsExactly(7, 255, 0, 128);
        assertThat(all.part("camera").space()).isEqualTo(IMAGE);
        assertThat(all.part("door").rows(1).floats()).containsExactly(1, 0);
    }

    @Test
    void partsAreFilledByThemselves() {
        Observations all = mixed();
        all.part("camera").set(1, new byte[] {(byte) 200, 9});
        all.part("door").set(0, new float[] {1, 0});
        assertThat(all.flat(0)).containsExactly(1.5f, 2, 7, 255, 1, 0);
        assertThat(all.flat(1)).containsExactly(3, 4, 200, 9, 1, 0);
    }

    @Test
    void partsOfPartsStandWhereTheyBelong() {
        Tuple space = Tuple.of(IMAGE, MIXED);
        Observations all = Observations.of(space, 1);
        all.part(1).part("camera").set(0, new byte[] {3, 4});
        all.part(1).part("arm").set(0, new float[] {5, 6});
        assertThat(all.flat(0)).containsExactly(0, 0, 5, 6, 3, 4, 0, 0);
    }

    @Test
    void floatsAreNotCopied() {
        float[] flat = {1, 2, 3, 4};
        Observations rows = Observations.of(flat, 2);
        assertThat(rows.floats()).isSameAs(flat);
        assertThat(rows.rows(1, 0).floats()).containsExactly(3, 4, 1, 2);
        assertThat(rows.<String>to((numbers, shape) -> numbers.length + Arrays.toString(shape)))
                .isEqualTo("4[2, 2]");
    }

    @Test
    void rowsAreCopiedWhereverTheirChunkIs() {
        Observations many = Observations.of(ObservationLayout.of(MIXED), 7, 2);
        for (int row = 0; row < 7; row++) {
            many.set(row, new float[] {row, -row, row, 200 + row, 1, 0});
        }
        assertThat(many.rows(6, 0, 3).floats())
                .containsExactly(6, -6, 6, 206, 1, 0, 0, 0, 0, 200, 1, 0, 3, -3, 3, 203, 1, 0);
        assertThat(many.floats()).hasSize(42).startsWith(0, 0, 0, 200).endsWith(6, -6, 6, 206, 1, 0);
        assertThat(Observations.concat(List.of(many, mixed()), 3, 1).flat(3)).containsExactly(mixed().flat(0));
        assertThat(Observations.concat(List.of(many, mixed()), 3, 1).flat(2)).containsExactly(many.flat(2));
    }

    @Test
    void theUsedRowsOfAllChunksAreSaved() {
        Observations saved = Observations.of(ObservationLayout.of(MIXED), 5, 2);
        Observations restored = Observations.of(ObservationLayout.of(MIXED), 5, 2);
        for (int row = 0; row < 5; row++) {
            saved.set(row, new float[] {row, -row, row, 200 + row, 1, 0});
        }
        Stateful three = s -> saved.state(s, () -> 3);
        assertThat(Snapshot.of(three).bytes("bytes")).containsExactly(0, (byte) 200, 1, (byte) 201);
        assertThat(Snapshot.of(three).floats("floats2")).isEmpty();
        Snapshot.of(three).restore(s -> restored.state(s, () -> 3));
        assertThat(restored.flat(2)).containsExactly(saved.flat(2));
        assertThat(restored.flat(3)).containsOnly(0);
    }

    @Test
    void onlyFiniteNumbersAreFinite() {
        Observations all = mixed();
        assertThat(all.isFinite(1)).isTrue();
        all.part("arm").set(1, new float[] {0, Float.NaN});
        assertThat(all.isFinite(1)).isFalse();
        assertThat(all.isFinite(0)).isTrue();
        assertThat(all.part("door").isFinite(1)).isTrue();
    }

    @Test
    void whatDoesNotFitIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> mixed().set(0, new float[5]))
                .withMessageStartingWith("the observation has 5 numbers, but the flat view of Dict(")
                .withMessageEndingWith("has 6");
        for (float x : new float[] {-1, 256, 0.5f}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Observations.of(IMAGE, new float[] {0, x}))
                    .withMessage("observation[1] is " + x + ", but a byte is a whole number from 0 to 255");
        }
        assertThatIllegalArgumentException().isThrownBy(() -> mixed().set(0, new byte[6]));
        assertThatIllegalArgumentException().isThrownBy(() -> mixed().part("leg"));
        assertThatIllegalArgumentException().isThrownBy(() -> mixed().part(0));
        assertThatIllegalArgumentException().isThrownBy(() -> Observations.of(new float[5], 2));
    }

    @Test
    void aByteTakesAByte() {
        assertThat(Observations.bytes(Box.bytes(96, 96, 3))).isEqualTo(96 * 96 * 3);
        assertThat(Observations.bytes(MIXED)).isEqualTo(4 * 4 + 2);
    }
}
