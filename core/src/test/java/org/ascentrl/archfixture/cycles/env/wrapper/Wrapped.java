package org.ascentrl.archfixture.cycles.env.wrapper;

import org.ascentrl.archfixture.cycles.env.Env;

public record Wrapped(Env other) {}
