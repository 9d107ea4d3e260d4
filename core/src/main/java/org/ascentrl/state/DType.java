package org.ascentrl.state;

/** The element type of a saved array, under its name in the safetensors format. */
public enum DType {
    /** Unsigned 8-bit integer. */
    U8(1),
    /** IEEE 754 binary32. */
    F32(4),
    /** IEEE 754 binary64. */
    F64(8),
    /** Signed 64-bit integer. */
    I64(8);

    private final int bytes;

    DType(int bytes) {
        this.bytes = bytes;
    }

    /** The size of one element in bytes. */
    public int bytes() {
        return bytes;
    }
}
