package org.ascentrl.archfixture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.ascentrl.arch.LibraryRules;
import org.ascentrl.arch.Violations;
import org.ascentrl.archfixture.env.Libraries;
import org.junit.jupiter.api.Test;

/** The rule of this module's library names the class that breaks it, and no other. */
class LibraryRulesTest {

    private static final String BASE = LibraryRulesTest.class.getPackageName();

    @Test
    void box2dStandsInItsEnvironmentsOnly() {
        JavaClasses fixtures = new ClassFileImporter().importPackages(BASE + ".env", BASE + ".envs");

        assertThat(Violations.of(Violations.ruleNamed("Box2D only", LibraryRules.all(BASE)), fixtures))
                .containsExactly(Libraries.class.getName());
    }
}
