package org.ascentrl;

import org.ascentrl.arch.CoreRules;
import org.ascentrl.arch.ModuleArchitecture;
import org.ascentrl.wiring.CorePlugin;

class ArchitectureTest extends ModuleArchitecture {

    ArchitectureTest() {
        super(CorePlugin.class, CoreRules.core(CoreRules.BASE));
    }
}
