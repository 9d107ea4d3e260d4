package org.ascentrl.archfixture.cycles.one;

import org.ascentrl.archfixture.cycles.two.Two;

public record One(Two other) {}
