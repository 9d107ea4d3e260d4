package org.ascentrl.backend.djl;

import ai.djl.pytorch.engine.PtNDArray;
import org.ascentrl.tensor.Shape;
import org.ascentrl.tensor.Storage;

/** A contiguous PyTorch tensor, with its shape beside it: to ask the tensor is a native call. */
record DjlStorage(PtNDArray array, Shape shape) implements Storage {

    static PtNDArray array(Storage storage) {
        return ((DjlStorage) storage).array;
    }
}
