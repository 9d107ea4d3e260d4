package org.ascentrl.state;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class SnapshotTest {

    private static final int[] SCALAR = {};

    /** A float32 matrix, a counter and a part of growing length. */
    private static final class Learner implements Stateful {
        private float[] weight = {1, 2, 3, 4, 5, 6};
        private long[] steps = {7};
        private double[] history = {};

        @Override
        public void state(State s) {
            s.floats("weight", new int[] {2, 3}, () -> weight, v -> weight = v);
            s.longs("steps", SCALAR, () -> steps, v -> steps = v);
            s.part("statistics", t -> t.doubles("history", State.any(), () -> history, v -> history = v));
        }
    }

    private static Stateful floats(String name, int[] shape, float... values) {
        return s -> s.floats(name, shape, () -> values, v -> {});
    }

    @Test
    void namesAppearInTheirOrderAndPartsAsPrefixes() {
        Learner learner = new Learner();
        learner.history = new double[] {0.5, 0.25};
        Snapshot snapshot = Snapshot.of(learner);

        assertThat(snapshot.names()).containsExactly("weight", "steps", "statistics.history");
        assertThat(snapshot.dtype("weight")).isEqualTo(DType.F32);
        assertThat(snapshot.shape("weight")).containsExactly(2, 3);
        assertThat(snapshot.floats("weight")).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(snapshot.dtype("steps")).isEqualTo(DType.I64);
        assertThat(snapshot.shape("steps")).isEmpty();
        assertThat(snapshot.longs("steps")).containsExactly(7);
        assertThat(snapshot.dtype("statistics.history")).isEqualTo(DType.F64);
        assertThat(snapshot.shape("statistics.history")).containsExactly(2);
        assertThat(snapshot.doubles("statistics.history")).containsExactly(0.5, 0.25);
        assertThat(snapshot).hasToString("Snapshot{weight=F32 [2, 3], steps=I64 [], statistics.history=F64 [2]}");
    }

    @Test
    void partsNestAndEndWhereTheyEnd() {
        Snapshot snapshot = Snapshot.of(s -> {
            s.part("a", t -> t.part("b", floats("x", SCALAR, 1)));
            s.floats("y", SCALAR, () -> new float[1], v -> {});
        });
        assertThat(snapshot.names()).containsExactly("a.b.x", "y");
    }

    @Test
    void snapshotsShareNoArrayWithAnyone() {
        Learner learner = new Learner();
        Snapshot snapshot = Snapshot.of(learner);
        learner.weight[0] = 100;
        snapshot.floats("weight")[1] = 100;
        snapshot.shape("weight")[0] = 100;
        Learner first = new Learner();
        snapshot.restore(first);
        first.weight[2] = 100;

        int[] shape = {1, 2};
        Snapshot reused = Snapshot.of(floats("x", shape, 1, 2));
        shape[0] = 100;

        assertThat(snapshot.floats("weight")).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(snapshot.shape("weight")).containsExactly(2, 3);
        assertThat(reused.shape("x")).containsExactly(1, 2);
        assertThatThrownBy(() -> snapshot.names().remove("weight")).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void openExtentIsWhatTheLengthLeavesForIt() {
        assertThat(Snapshot.of(floats("x", new int[] {-1, 3}, 1, 2, 3, 4, 5, 6)).shape("x"))
                .containsExactly(2, 3);
        assertThat(Snapshot.of(floats("x", new int[] {2, -1})).shape("x")).containsExactly(2, 0);
        assertThat(Snapshot.of(floats("x", new int[] {0, -1})).shape("x")).containsExactly(0, 0);
    }

    @Test
    void shapesThatDoNotMatchTheLengthAreRefused() {
        int huge = Integer.MAX_VALUE;
        for (int[] shape : new int[][] {{2, 2}, {}, {5, -1}, {-1, -1}, {0, -1}, {huge, huge, huge}, {65536, 65536}}) {
            assertThatThrownBy(() -> Snapshot.of(floats("the.item", shape, 1, 2, 3, 4, 5, 6)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("\"the.item\" has 6 elements")
                    .hasMessageContaining(Arrays.toString(shape));
        }
        assertThatThrownBy(() -> Snapshot.of(floats("x", new int[] {-2}, 1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("\"x\" has an axis of extent -2");
    }

    @Test
    void namesMustBeUniqueNonEmptyAndUnicode() {
        assertThatThrownBy(() -> Snapshot.of(s -> {
                    s.part("a", floats("b", SCALAR, 1));
                    s.longs("a.b", SCALAR, () -> new long[1], v -> {});
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("\"a.b\" is named twice");
        assertThatThrownBy(() -> Snapshot.of(s -> s.part("a", floats("", SCALAR, 1))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("under \"a.\" has an empty name");
        assertThatThrownBy(() -> Snapshot.of(s -> s.part("", floats("x", SCALAR, 1))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("empty name");
        assertThatThrownBy(() -> Snapshot.of(floats("x\ud800", SCALAR, 1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("unpaired surrogate");
    }

    @Test
    void restoreSetsEveryItem() {
        Learner saved = new Learner();
        saved.weight = new float[] {6, 5, 4, 3, 2, 1};
        saved.steps = new long[] {Long.MIN_VALUE};
        saved.history = new double[] {1, 2, 3};
        Learner restored = new Learner();
        Snapshot.of(saved).restore(restored);

        assertThat(restored.weight).containsExactly(6, 5, 4, 3, 2, 1);
        assertThat(restored.steps).containsExactly(Long.MIN_VALUE);
        assertThat(restored.history).containsExactly(1, 2, 3);
        assertThat(Snapshot.of(restored)).isEqualTo(Snapshot.of(saved));
    }

    @Test
    void restoreListsEveryProblemAndThenSetsNothing() {
        Snapshot saved = Snapshot.of(s -> {
            s.floats("weight", new int[] {2, 3}, () -> new float[] {9, 9, 9, 9, 9, 9}, v -> {});
            s.floats("steps", SCALAR, () -> new float[1], v -> {});
            s.part("old\n", floats("x", new int[] {2}, 1, 2));
        });
        Learner learner = new Learner();
        Snapshot before = Snapshot.of(learner);

        assertThatThrownBy(() -> saved.restore(learner))
                .isInstanceOf(StateException.class)
                .hasMessage("""
                        The saved state does not fit; restore it into an object built with the same settings. Nothing was changed. Problems: 3
                          "steps": found F32 [], expected I64 []
                          "statistics.history": missing, expected F64 [any]
                          "old\\n.x": found F32 [2], expected no such item""");
        assertThat(Snapshot.of(learner)).isEqualTo(before);
    }

    @Test
    void restoreComparesRankAndEveryFixedExtent() {
        Snapshot saved = Snapshot.of(floats("x", new int[] {2, 3}, 1, 2, 3, 4, 5, 6));
        for (int[] shape : new int[][] {{3, 2}, {6}, {2, 3, 1}, {-1}, {-1, 2}}) {
            assertThatThrownBy(() -> saved.restore(floats("x", shape)))
                    .isInstanceOf(StateException.class)
                    .hasMessageContaining("\"x\": found F32 [2, 3], expected F32 [");
        }
        for (int[] shape : new int[][] {{2, 3}, {-1, 3}, {2, -1}, {-1, -1}}) {
            float[][] restored = new float[1][];
            saved.restore(s -> s.floats("x", shape, () -> new float[0], v -> restored[0] = v));
            assertThat(restored[0]).containsExactly(1, 2, 3, 4, 5, 6);
        }
    }

    @Test
    void restoreChecksWhatTheObjectNames() {
        Snapshot saved = Snapshot.of(floats("x", SCALAR, 1));
        assertThatThrownBy(() -> saved.restore(s -> {
                    s.part("", t -> {});
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> saved.restore(s -> {
                    floats("x", SCALAR, 1).state(s);
                    floats("x", SCALAR, 1).state(s);
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("\"x\" is named twice");
    }

    @Test
    void setterThatRejectsItsValuesIsNamed() {
        Snapshot saved = Snapshot.of(floats("increment", SCALAR, 2));
        IllegalArgumentException even = new IllegalArgumentException("2 is even");
        assertThatThrownBy(() -> saved.restore(s -> s.floats("increment", SCALAR, () -> new float[1], v -> {
                    throw even;
                })))
                .isInstanceOf(StateException.class)
                .hasMessageContaining("\"increment\" (F32 []) were rejected: 2 is even")
                .hasCause(even);
    }

    @Test
    void typedAccessNamesWhatIsWrong() {
        Snapshot snapshot = Snapshot.of(new Learner());
        assertThatThrownBy(() -> snapshot.floats("wait"))
                .isInstanceOf(StateException.class)
                .hasMessage("There is no item \"wait\". Available: \"weight, steps, statistics.history\"");
        assertThatThrownBy(() -> snapshot.doubles("weight"))
                .isInstanceOf(StateException.class)
                .hasMessage("Item \"weight\" is F32 [2, 3], expected F64.");
    }

    @Test
    void areBytesAndBack() {
        Snapshot snapshot = Snapshot.of(new Learner());
        byte[] bytes = snapshot.toBytes();

        assertThat(Snapshot.of(bytes)).isEqualTo(snapshot);
        assertThat(Snapshot.of(bytes).toBytes()).isEqualTo(bytes);
        assertThatThrownBy(() -> Snapshot.of(Arrays.copyOf(bytes, bytes.length - 1)))
                .isInstanceOf(StateException.class)
                .hasMessageMatching("The bytes cannot be read as safetensors: .*\\. Pass all bytes of a snapshot\\.");
        assertThatThrownBy(() -> Snapshot.of(new byte[3]))
                .isInstanceOf(StateException.class)
                .hasMessageContaining("it has 3 bytes, and the length of the header alone takes 8");
    }

    private static float[] unread() {
        throw new AssertionError("nothing was to be read");
    }

    @Test
    void namesAreFoundWithoutAskingForValues() {
        Stateful unread = s -> {
            s.floats("a", SCALAR, SnapshotTest::unread, v -> {});
            s.part("b", t -> t.floats("c", SCALAR, SnapshotTest::unread, v -> {}));
        };
        assertThat(Snapshot.namesOf(unread)).containsExactly("a", "b.c");
        assertThatThrownBy(() -> Snapshot.namesOf(s -> {
                    unread.state(s);
                    unread.state(s);
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Item \"a\" is named twice; name each item of an object once.");
    }

    @Test
    void partsAreTakenOut() {
        Snapshot learner = Snapshot.of(new Learner());
        Snapshot run = Snapshot.of(s -> s.part("run", new Learner()));
        assertThat(run.names()).containsExactly("run.weight", "run.steps", "run.statistics.history");
        assertThat(run.part("run")).isEqualTo(learner);
        assertThat(run.part("run.statistics").names()).containsExactly("history");
        assertThat(run.part("ru").names()).isEmpty();
        assertThat(Snapshot.of(floats("run.", SCALAR, 1)).part("run").names()).isEmpty();
        assertThatThrownBy(() -> run.part("")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void equalityIsByContentAndBitsNotByOrder() {
        float nan = Float.intBitsToFloat(0x7fc00001);
        Snapshot one = Snapshot.of(floats("x", new int[] {2}, 0f, nan));
        assertThat(one)
                .isEqualTo(Snapshot.of(floats("x", new int[] {2}, 0f, nan)))
                .hasSameHashCodeAs(Snapshot.of(floats("x", new int[] {2}, 0f, nan)))
                .isNotEqualTo(Snapshot.of(floats("x", new int[] {2}, -0f, nan)))
                .isNotEqualTo(Snapshot.of(floats("x", new int[] {2}, 0f, Float.NaN)))
                .isNotEqualTo(Snapshot.of(floats("x", new int[] {2, 1}, 0f, nan)))
                .isNotEqualTo(Snapshot.of(floats("y", new int[] {2}, 0f, nan)));
        assertThat(Snapshot.of(s -> s.longs("x", SCALAR, () -> new long[1], v -> {})))
                .isNotEqualTo(Snapshot.of(s -> s.doubles("x", SCALAR, () -> new double[1], v -> {})));
        assertThat(inOrder("a", "b")).isEqualTo(inOrder("b", "a")).hasSameHashCodeAs(inOrder("b", "a"));
    }

    @Test
    void sha256IsOverTheDocumentedBytes() throws Exception {
        Snapshot snapshot = Snapshot.of(s -> {
            s.longs("ü", SCALAR, () -> new long[] {-2}, v -> {});
            s.floats("a.b", new int[] {1, 2}, () -> new float[] {1f, -0f}, v -> {});
            s.doubles("B", new int[] {0}, () -> new double[0], v -> {});
        });
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        HexFormat hex = HexFormat.of();
        bytes.write(hex.parseHex("0100000000000000"));
        bytes.write("BF64".getBytes(UTF_8));
        bytes.write(hex.parseHex("0100000000000000" + "0000000000000000"));
        bytes.write(hex.parseHex("0300000000000000"));
        bytes.write("a.bF32".getBytes(UTF_8));
        bytes.write(hex.parseHex("0200000000000000" + "0100000000000000" + "0200000000000000"));
        bytes.write(hex.parseHex("0000803f" + "00000080"));
        bytes.write(hex.parseHex("0200000000000000" + "c3bc"));
        bytes.write("I64".getBytes(UTF_8));
        bytes.write(hex.parseHex("0000000000000000" + "feffffffffffffff"));
        assertThat(snapshot.sha256())
                .isEqualTo(hex.formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray())));
    }

    @Test
    void sha256DependsOnContentOnly() {
        // U+FF5E sorts before U+1F600 by UTF-8 bytes, and after its surrogates by UTF-16 units.
        String tilde = "\uff5e";
        String smile = "\ud83d\ude00";
        assertThat(inOrder("a", tilde, smile).sha256())
                .isEqualTo(inOrder(smile, "a", tilde).sha256());
        assertThat(Names.BY_UTF8.compare(tilde, smile)).isNegative();

        assertThat(inOrder("a").sha256()).isNotEqualTo(inOrder("b").sha256());
        assertThat(Snapshot.of(floats("x", new int[] {2, 1}, 1, 2)).sha256())
                .isNotEqualTo(Snapshot.of(floats("x", new int[] {1, 2}, 1, 2)).sha256());
        assertThat(Snapshot.of(floats("x", SCALAR, 0f)).sha256())
                .isNotEqualTo(Snapshot.of(floats("x", SCALAR, -0f)).sha256());
        assertThat(Snapshot.of(s -> s.longs("x", SCALAR, () -> new long[1], v -> {}))
                        .sha256())
                .isNotEqualTo(Snapshot.of(s -> s.doubles("x", SCALAR, () -> new double[1], v -> {}))
                        .sha256());
    }

    private static Snapshot inOrder(String... names) {
        return Snapshot.of(s -> {
            for (String name : names) {
                s.floats(name, SCALAR, () -> new float[] {name.length()}, v -> {});
            }
        });
    }
}
