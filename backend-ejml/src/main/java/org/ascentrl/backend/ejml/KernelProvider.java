package org.ascentrl.backend.ejml;

/** The implementations of the backend's arithmetic that {@code ejml.kernels} chooses among. */
public enum KernelProvider {
    /** {@link #VECTOR} where it is there and the processor multiplies and adds in one step, else {@link #EJML}. */
    AUTO {
        @Override
        Kernels kernels() {
            return isPresent() && VectorKernels.isFast() ? VECTOR.kernels() : EJML.kernels();
        }
    },

    /** The JDK's Vector API: only in a JVM that was started with {@code --add-modules jdk.incubator.vector}. */
    VECTOR {
        @Override
        Kernels kernels() {
            checkPresent();
            return new VectorKernels();
        }

        @Override
        void checkPresent() {
            if (!isPresent()) {
                throw new IllegalArgumentException("kernels = vector: this JVM was started without the Vector API."
                        + " Add " + FLAG + " to its flags, or set ejml.kernels = auto");
            }
        }
    },

    /** EJML's operations and plain loops: everywhere. */
    EJML {
        @Override
        Kernels kernels() {
            return new ScalarKernels();
        }
    };

    private static final String MODULE = "jdk.incubator.vector";
    private static final String FLAG = "--add-modules " + MODULE;

    /** New kernels for one thread. */
    abstract Kernels kernels();

    /** @throws IllegalArgumentException if the JVM was started without what it needs */
    void checkPresent() {}

    private static boolean isPresent() {
        return ModuleLayer.boot().findModule(MODULE).isPresent();
    }
}
