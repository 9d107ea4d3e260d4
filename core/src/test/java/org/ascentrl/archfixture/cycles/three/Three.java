package org.ascentrl.archfixture.cycles.three;

import org.ascentrl.archfixture.cycles.one.One;

public record Three(One other) {}
