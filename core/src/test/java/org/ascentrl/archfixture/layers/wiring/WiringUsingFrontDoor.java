package org.ascentrl.archfixture.layers.wiring;

import org.ascentrl.archfixture.layers.FrontDoorUsingBackend;

public record WiringUsingFrontDoor(FrontDoorUsingBackend forbidden) {}
