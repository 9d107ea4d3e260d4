package org.ascentrl.arch;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The rules that every module of Ascent keeps. A module extends it in its tests:
 *
 * <pre>{@code
 * class ArchitectureTest extends ModuleArchitecture {
 *     ArchitectureTest() {
 *         super(MyPlugin.class, CoreRules.module(CoreRules.BASE, "envs.mine.."));
 *     }
 * }
 * }</pre>
 */
public abstract class ModuleArchitecture {

    private final JavaClasses main;
    private final List<ArchRule> rules;

    /**
     * @param member any class of the module that is no test
     * @param layers who the module's packages may use: of {@link CoreRules}
     */
    protected ModuleArchitecture(Class<?> member, List<ArchRule> layers) {
        main = classesBeside(member);
        rules = Stream.of(
                        layers,
                        LibraryRules.all(CoreRules.BASE),
                        CodeRules.all(CoreRules.BASE),
                        TypeRules.all(),
                        TckRules.all(classesBeside(getClass())))
                .flatMap(List::stream)
                .toList();
    }

    @TestFactory
    @DisplayName("the architecture")
    Stream<DynamicTest> rules() {
        return rules.stream().map(rule -> dynamicTest(rule.getDescription(), () -> rule.check(main)));
    }

    /** All classes in the directory or jar of {@code member}, but those that JMH generates. */
    private static JavaClasses classesBeside(Class<?> member) {
        return new ClassFileImporter()
                .withImportOption(location -> !location.contains("jmh_generated"))
                .importUrl(member.getProtectionDomain().getCodeSource().getLocation());
    }
}
