package org.ascentrl.backend.ejml;

import org.ascentrl.tensor.Shape;
import org.ascentrl.tensor.Storage;
import org.ejml.data.FMatrixRMaj;

/** A shape over an EJML matrix; its rows are all axes but the last. */
record EjmlStorage(FMatrixRMaj matrix, Shape shape) implements Storage {

    static EjmlStorage wrap(float[] data, Shape shape) {
        int columns = shape.rank() == 0 ? 1 : shape.extent(-1);
        int rows = columns == 0 ? 0 : data.length / columns;
        return new EjmlStorage(FMatrixRMaj.wrap(rows, columns, data), shape);
    }

    static EjmlStorage zeros(Shape shape) {
        return wrap(new float[shape.size()], shape);
    }

    static EjmlStorage of(Storage storage) {
        return (EjmlStorage) storage;
    }

    float[] data() {
        return matrix.data;
    }
}
