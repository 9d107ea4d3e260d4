package org.ascentrl.benchmarks;

import org.ascentrl.arch.CoreRules;
import org.ascentrl.arch.ModuleArchitecture;

class ArchitectureTest extends ModuleArchitecture {

    ArchitectureTest() {
        super(EnvironmentBenchmark.class, CoreRules.module(CoreRules.BASE, "benchmarks.."));
    }
}
