package org.ascentrl.backend.ejml;

import org.ascentrl.settings.Setting;

/** The options of {@code backend = ejml}. */
public record EjmlSettings(
        @Setting(
                "implementation of the kernels: vector (the JDK's Vector API), ejml (EJML's operations, on every JVM) or auto (vector where the JVM was started with --add-modules jdk.incubator.vector)")
        KernelProvider kernels) {

    /** @throws IllegalArgumentException if the JVM was started without what the kernels need */
    public EjmlSettings {
        kernels.checkPresent();
    }
}
