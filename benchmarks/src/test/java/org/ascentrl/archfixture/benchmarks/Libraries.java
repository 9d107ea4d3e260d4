package org.ascentrl.archfixture.benchmarks;

import org.openjdk.jmh.infra.Blackhole;

public record Libraries(Blackhole blackhole) {}
