package org.ascentrl.backend.djl;

import org.ascentrl.settings.Setting;

/** The options of {@code backend = djl}. */
public record DjlSettings(
        @Setting("device that holds tensors and computes") Device device) {

    /** A place for tensors. */
    public enum Device {
        CPU,
        /** The first one that CUDA finds. */
        GPU
    }
}
