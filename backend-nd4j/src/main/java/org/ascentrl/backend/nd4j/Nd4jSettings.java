package org.ascentrl.backend.nd4j;

import org.ascentrl.settings.Setting;

/** The options of {@code backend = nd4j}. */
public record Nd4jSettings(
        @Setting("device that holds arrays and computes") Device device) {

    /** A place for arrays. */
    public enum Device {
        CPU,
        /** Refused: the module's artifacts compute on CPUs alone. */
        GPU
    }
}
