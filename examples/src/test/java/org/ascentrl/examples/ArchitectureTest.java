package org.ascentrl.examples;

import org.ascentrl.arch.CoreRules;
import org.ascentrl.arch.ModuleArchitecture;

class ArchitectureTest extends ModuleArchitecture {

    ArchitectureTest() {
        super(Sample01HelloCartPole.class, CoreRules.module(CoreRules.BASE, "examples.."));
    }
}
