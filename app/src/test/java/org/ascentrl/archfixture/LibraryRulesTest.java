package org.ascentrl.archfixture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Set;
import org.ascentrl.arch.LibraryRules;
import org.ascentrl.arch.Violations;
import org.ascentrl.archfixture.env.Libraries;
import org.junit.jupiter.api.Test;

/** The rules of this module's libraries name the class that breaks them, and no other. */
class LibraryRulesTest {

    private static final String BASE = LibraryRulesTest.class.getPackageName();
    private static final JavaClasses FIXTURES =
            new ClassFileImporter().importPackages(BASE + ".env", BASE + ".app", BASE + ".report");

    @Test
    void picocliStandsInTheApplicationOnly() {
        assertThat(violations("picocli only")).containsExactly(Libraries.OfPicocli.class.getName());
    }

    @Test
    void progressbarStandsInTheApplicationOnly() {
        assertThat(violations("progressbar only")).containsExactly(Libraries.OfProgressBar.class.getName());
    }

    @Test
    void jcodecStandsWhereVideosAreMadeOnly() {
        assertThat(violations("JCodec only")).containsExactly(Libraries.OfJCodec.class.getName());
    }

    @Test
    void xchartStandsWhereCurvesAreDrawnOnly() {
        assertThat(violations("XChart only")).containsExactly(Libraries.OfXChart.class.getName());
    }

    private static Set<String> violations(String rule) {
        return Violations.of(Violations.ruleNamed(rule, LibraryRules.all(BASE)), FIXTURES);
    }
}
