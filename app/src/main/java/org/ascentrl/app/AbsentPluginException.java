package org.ascentrl.app;

import java.util.Map;
import java.util.stream.Collectors;

/** The settings choose what an artifact brings that is not on the class path. The launcher reads the message. */
final class AbsentPluginException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param artifacts by what is chosen, as {@code backend = nd4j} */
    AbsentPluginException(Map<String, String> artifacts) {
        super(artifacts.entrySet().stream()
                .map(e -> "needs: " + e.getValue() + "\n" + e.getKey() + " comes with " + e.getValue()
                        + ", which is not on the class path. ./examples/ascent fetches it. Without the launcher, add its jar"
                        + " and those of its libraries: java -cp 'examples/target/ascent.jar:DIRECTORY/*'"
                        + " org.ascentrl.app.Main ..")
                .collect(Collectors.joining("\n")));
    }
}
