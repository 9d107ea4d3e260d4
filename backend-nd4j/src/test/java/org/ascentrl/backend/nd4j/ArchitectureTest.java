package org.ascentrl.backend.nd4j;

import org.ascentrl.arch.CoreRules;
import org.ascentrl.arch.ModuleArchitecture;

class ArchitectureTest extends ModuleArchitecture {

    ArchitectureTest() {
        super(Nd4jPlugin.class, CoreRules.module(CoreRules.BASE, "backend.nd4j.."));
    }
}
