package org.ascentrl.envs.classic;

import org.ascentrl.arch.CoreRules;
import org.ascentrl.arch.ModuleArchitecture;

class ArchitectureTest extends ModuleArchitecture {

    ArchitectureTest() {
        super(ClassicPlugin.class, CoreRules.module(CoreRules.BASE, "envs.classic.."));
    }
}
