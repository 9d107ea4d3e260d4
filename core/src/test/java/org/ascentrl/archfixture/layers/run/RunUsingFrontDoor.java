package org.ascentrl.archfixture.layers.run;

import org.ascentrl.archfixture.layers.FrontDoorUsingBackend;

public record RunUsingFrontDoor(FrontDoorUsingBackend forbidden) {}
