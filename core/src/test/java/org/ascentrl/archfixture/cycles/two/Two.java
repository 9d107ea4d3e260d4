package org.ascentrl.archfixture.cycles.two;

import org.ascentrl.archfixture.cycles.one.One;

public record Two(One other) {}
