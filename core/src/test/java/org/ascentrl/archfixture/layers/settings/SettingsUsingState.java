package org.ascentrl.archfixture.layers.settings;

import org.ascentrl.archfixture.layers.state.StateUsingRandom;

public record SettingsUsingState(StateUsingRandom forbidden) {}
