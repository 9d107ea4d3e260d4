package org.ascentrl.archfixture.cycles.env;

import org.ascentrl.archfixture.cycles.env.wrapper.Wrapped;

public record Env(Wrapped other) {}
