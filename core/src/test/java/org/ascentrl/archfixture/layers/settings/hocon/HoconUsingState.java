package org.ascentrl.archfixture.layers.settings.hocon;

import org.ascentrl.archfixture.layers.state.StateUsingRandom;

public record HoconUsingState(StateUsingRandom forbidden) {}
