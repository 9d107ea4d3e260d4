package org.ascentrl.tck;

import static org.ascentrl.tck.Accuracy.BITS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.ascentrl.tensor.BinaryOp;
import org.ascentrl.tensor.Scope;
import org.ascentrl.tensor.Shape;
import org.ascentrl.tensor.Storage;
import org.ascentrl.tensor.TensorBackend;
import org.ascentrl.tensor.UnaryOp;

/** The lifetime of storages and the changes to their elements: the rules T18, T19, T22 and T23. */
final class MemoryRules {

    private static final Shape SHAPE = Shape.of(3);

    private MemoryRules() {}

    static void inputsStay(TensorBackend backend, PrimitiveCall call) {
        List<float[]> arrays =
                call.inputs().stream().map(input -> input.values().clone()).toList();
        Storage[] storages = new Storage[arrays.size()];
        for (int i = 0; i < storages.length; i++) {
            storages[i] = backend.wrap(arrays.get(i), call.inputs().get(i).shape());
        }
        call.function().on(backend, storages);
        for (int i = 0; i < storages.length; i++) {
            float[] before = call.inputs().get(i).values();
            BITS.check("T18 " + call + ", input " + i, backend.toFloats(storages[i]), before);
            BITS.check("T18 " + call + ", array " + i, arrays.get(i), before);
        }
    }

    static void resultOwnsItsMemory(TensorBackend backend, PrimitiveCall call) {
        Storage[] inputs = call.copies(backend);
        Storage result = call.function().on(backend, inputs);
        float[] before = backend.toFloats(result);
        for (Storage input : inputs) {
            backend.assignInPlace(filled(backend, 77, input.shape()), input);
        }
        BITS.check("T19 " + call, backend.toFloats(result), before);
    }

    static void scopesNest(TensorBackend backend) {
        Storage outside = filled(backend, 1, SHAPE);
        try (Scope outer = backend.openScope()) {
            Storage before = filled(backend, 2, SHAPE);
            try (Scope inner = backend.openScope()) {
                Storage sum = backend.binary(BinaryOp.ADD, outside, before, SHAPE);
                assertThat(backend.toFloats(sum)).containsOnly(3);
            }
            allocate(backend);
            Storage after = backend.binary(BinaryOp.MUL, before, before, SHAPE);
            assertThat(backend.toFloats(before)).containsOnly(2);
            assertThat(backend.toFloats(after)).containsOnly(4);
        }
        allocate(backend);
        assertThat(backend.toFloats(outside)).containsOnly(1);
    }

    static void manyScopes(TensorBackend backend) {
        Storage total = filled(backend, 0, SHAPE);
        for (int i = 0; i < 1000; i++) {
            try (Scope scope = backend.openScope()) {
                Storage one = backend.unary(UnaryOp.EXP, filled(backend, 0, SHAPE));
                try (Scope inner = backend.openScope()) {
                    backend.axpyInPlace(1, backend.reshape(one, SHAPE), total);
                }
                backend.axpyInPlace(1, one, total);
            }
        }
        assertThat(backend.toFloats(total)).containsOnly(2000);
    }

    static void retainedStoragesSurvive(TensorBackend backend) {
        Storage given;
        Storage computed;
        try (Scope outer = backend.openScope()) {
            try (Scope inner = backend.openScope()) {
                given = filled(backend, 3, SHAPE);
                computed = backend.unary(UnaryOp.SQUARE, given);
                backend.retain(given);
                backend.retain(computed);
                backend.retain(computed);
                allocate(backend);
            }
            allocate(backend);
        }
        backend.retain(given);
        allocate(backend);
        assertThat(backend.toFloats(given)).containsOnly(3);
        assertThat(backend.toFloats(computed)).containsOnly(9);

        backend.axpyInPlace(1, given, computed);
        try (Scope later = backend.openScope()) {
            assertThat(backend.toFloats(backend.unary(UnaryOp.NEG, computed))).containsOnly(-12);
        }
        assertThat(backend.toFloats(computed)).containsOnly(12);
    }

    static void reshapedStoragesSurvive(TensorBackend backend) {
        Storage outside = filled(backend, 1, SHAPE);
        Storage column;
        Storage kept;
        try (Scope scope = backend.openScope()) {
            backend.reshape(outside, Shape.of(1, 3));
            column = backend.reshape(filled(backend, 2, SHAPE), Shape.of(3, 1));
            backend.retain(column);
            kept = filled(backend, 4, SHAPE);
            backend.reshape(kept, Shape.of(1, 3));
            backend.retain(kept);
        }
        allocate(backend);
        assertThat(backend.toFloats(outside)).containsOnly(1);
        assertThat(backend.toFloats(column)).containsOnly(2);
        assertThat(backend.toFloats(kept)).containsOnly(4);
    }

    /** Uses memory that was freed wrongly, if any was. */
    private static void allocate(TensorBackend backend) {
        try (Scope scope = backend.openScope()) {
            for (int i = 0; i < 20; i++) {
                backend.binary(BinaryOp.SUB, filled(backend, 55, SHAPE), filled(backend, i, SHAPE), SHAPE);
            }
        }
    }

    private static Storage filled(TensorBackend backend, float value, Shape shape) {
        float[] values = new float[shape.size()];
        Arrays.fill(values, value);
        return backend.copyOf(values, shape);
    }
}
