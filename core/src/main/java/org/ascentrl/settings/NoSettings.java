package org.ascentrl.settings;

/** The settings of what has no options. */
public record NoSettings() {}
