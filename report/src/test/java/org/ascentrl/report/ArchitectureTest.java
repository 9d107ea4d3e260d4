package org.ascentrl.report;

import org.ascentrl.arch.CoreRules;
import org.ascentrl.arch.ModuleArchitecture;

class ArchitectureTest extends ModuleArchitecture {

    ArchitectureTest() {
        super(ReportPlugin.class, CoreRules.module(CoreRules.BASE, "report.."));
    }
}
