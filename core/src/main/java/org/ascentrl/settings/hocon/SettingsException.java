package org.ascentrl.settings.hocon;

import java.util.List;

/** Settings that cannot be used. The message shows every problem, one a line. */
public final class SettingsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String[] problems;

    /**
     * Reports these problems.
     *
     * @param problems one line each, in the order in which to show them
     */
    public SettingsException(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = problems.toArray(String[]::new);
    }

    /** One problem with a whole text, or with one of its lines. */
    static SettingsException of(String place, String what) {
        return new SettingsException(List.of(SettingsText.printable(place + ": " + what)));
    }

    /** The problems, one line each: layer by layer, and from the top of a file to its end. */
    public List<String> problems() {
        return List.of(problems);
    }
}
