package org.ascentrl.settings.hocon;

/**
 * A name that a selector chose.
 *
 * @param name the name as it stands
 * @param offer the name among those available that it is: itself, or a pattern {@code stem:*}
 * @param section where its options stand: its name, or the stem of the pattern
 */
public record Choice(String name, String offer, String section) {}
