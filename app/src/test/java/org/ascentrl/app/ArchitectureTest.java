package org.ascentrl.app;

import org.ascentrl.arch.CoreRules;
import org.ascentrl.arch.ModuleArchitecture;

class ArchitectureTest extends ModuleArchitecture {

    ArchitectureTest() {
        super(Main.class, CoreRules.module(CoreRules.BASE, "app.."));
    }
}
