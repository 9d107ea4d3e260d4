package org.ascentrl.backend.ejml;

import org.ascentrl.arch.CoreRules;
import org.ascentrl.arch.ModuleArchitecture;

class ArchitectureTest extends ModuleArchitecture {

    ArchitectureTest() {
        super(EjmlPlugin.class, CoreRules.module(CoreRules.BASE, "backend.ejml.."));
    }
}
