package org.ascentrl.archfixture.layers.sink;

import org.ascentrl.archfixture.layers.wiring.WiringUsingFrontDoor;

public record SinkUsingWiring(WiringUsingFrontDoor forbidden) {}
