package org.ascentrl.tck;

import java.util.List;
import java.util.stream.Stream;
import org.ascentrl.tensor.Shape;

/** The table of calls by which a backend is compared with the reference. */
final class PrimitiveCalls {

    /** Scalars, vectors with a tail behind whole SIMD registers, size-1 and zero-size axes, up to rank 4. */
    static final List<Shape> SHAPES = List.of(
            Shape.of(),
            Shape.of(0),
            Shape.of(1),
            Shape.of(5),
            Shape.of(64),
            Shape.of(67),
            Shape.of(3, 4),
            Shape.of(1, 4),
            Shape.of(3, 1),
            Shape.of(0, 3),
            Shape.of(3, 0),
            Shape.of(5, 37),
            Shape.of(2, 3, 4),
            Shape.of(2, 1, 3),
            Shape.of(1, 1, 1),
            Shape.of(2, 0, 3),
            Shape.of(2, 3, 1, 4));

    private PrimitiveCalls() {}

    static List<PrimitiveCall> all() {
        return Stream.concat(owning().stream(), ShapeCalls.reshapes().stream()).toList();
    }

    /** The calls whose results share no memory with their inputs. */
    static List<PrimitiveCall> owning() {
        return Stream.of(
                        ElementCalls.unary(),
                        ElementCalls.unarySpecials(),
                        ElementCalls.binary(),
                        ElementCalls.binarySpecials(),
                        ElementCalls.affineAndWhere(),
                        ProductCalls.matmul(),
                        ProductCalls.batchMatmul(),
                        ShapeCalls.reduce(),
                        ShapeCalls.moves(),
                        ShapeCalls.rows(),
                        ElementCalls.inPlace(),
                        ProductCalls.linear(),
                        ProductCalls.logSoftmax(),
                        ElementCalls.adam())
                .flatMap(List::stream)
                .toList();
    }
}
