package com.example.corridor;

import org.ascentrl.settings.Setting;

/** The settings of {@code rloo}. */
public record RlooSettings(
        @Setting(value = "episodes of each slot in an update", min = 2)
        int episodesPerSlot,

        @Setting(value = "learning rate", min = 0)
        double learningRate) {}
