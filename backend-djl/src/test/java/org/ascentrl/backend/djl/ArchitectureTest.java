package org.ascentrl.backend.djl;

import org.ascentrl.arch.CoreRules;
import org.ascentrl.arch.ModuleArchitecture;

class ArchitectureTest extends ModuleArchitecture {

    ArchitectureTest() {
        super(DjlPlugin.class, CoreRules.module(CoreRules.BASE, "backend.djl.."));
    }
}
