package com.example.corridor;

import org.ascentrl.settings.Setting;

/** The settings of {@code Corridor-v0}. */
public record CorridorSettings(
        @Setting(value = "number of cells", min = 2)
        int length) {}
