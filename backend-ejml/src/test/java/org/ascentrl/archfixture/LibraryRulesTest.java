package org.ascentrl.archfixture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.ascentrl.arch.LibraryRules;
import org.ascentrl.arch.Violations;
import org.ascentrl.archfixture.env.Libraries;
import org.ascentrl.backend.ejml.vector.VectorProduct;
import org.junit.jupiter.api.Test;

/** The rules of this module's libraries name the class that breaks them, and no other. */
class LibraryRulesTest {

    private static final String BASE = LibraryRulesTest.class.getPackageName();

    @Test
    void ejmlStandsInItsBackendOnly() {
        JavaClasses fixtures = new ClassFileImporter().importPackages(BASE + ".env", BASE + ".backend");

        assertThat(Violations.of(Violations.ruleNamed("EJML only", LibraryRules.all(BASE)), fixtures))
                .containsExactly(Libraries.class.getName());
    }

    /** A fixture would need a compiler of its own: to the rules for another base, the classes at home are strangers. */
    @Test
    void theVectorApiStandsInItsPackageOnly() {
        JavaClasses home = new ClassFileImporter().importClasses(VectorProduct.class);

        assertThat(Violations.of(Violations.ruleNamed("Vector API only", LibraryRules.all(BASE)), home))
                .containsExactly(VectorProduct.class.getName());
    }
}
