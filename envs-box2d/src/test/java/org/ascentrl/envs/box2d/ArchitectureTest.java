package org.ascentrl.envs.box2d;

import org.ascentrl.arch.CoreRules;
import org.ascentrl.arch.ModuleArchitecture;

class ArchitectureTest extends ModuleArchitecture {

    ArchitectureTest() {
        super(Box2dPlugin.class, CoreRules.module(CoreRules.BASE, "envs.box2d.."));
    }
}
