package org.ascentrl.archfixture.env;

import org.openjdk.jmh.infra.Blackhole;

public record Libraries(Blackhole blackhole) {}
