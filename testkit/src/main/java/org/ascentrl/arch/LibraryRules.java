package org.ascentrl.arch;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.ascentrl.arch.Conditions.elsewhere;
import static org.ascentrl.arch.Conditions.in;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;
import org.ascentrl.wiring.Plugin;

/** The place of each library. A library that is not listed here may be used nowhere. */
public final class LibraryRules {

    private static final List<String> EVERYWHERE =
            List.of("java..", CoreRules.BASE + "..", "org.jspecify..", "org.slf4j..");

    private LibraryRules() {}

    /**
     * A rule for each library, and one against all others.
     *
     * @param base the package that the layers stand in
     */
    public static List<ArchRule> all(String base) {
        List<Library> libraries = libraries(base);
        return Stream.concat(libraries.stream().map(Library::rule), Stream.of(noOther(libraries)))
                .toList();
    }

    private static List<Library> libraries(String base) {
        return List.of(
                library("Guice", in(base, "wiring").or(plugins()), "com.google.inject..", "jakarta.inject.."),
                library("Config", in(base, "settings.hocon", "state", "run", "wiring"), "com.typesafe.config.."),
                library("RecordBuilder", in(base, "settings"), "io.soabase..", "javax.lang.model.."),
                library("EJML", in(base, "backend.ejml.."), "org.ejml.."),
                library("DJL", in(base, "backend.djl.."), "ai.djl.."),
                library("ND4J", in(base, "backend.nd4j.."), "org.nd4j..", "org.bytedeco.."),
                library("Box2D", in(base, "envs.box2d.."), "com.badlogic.gdx.."),
                library("Vector API", in(base, "backend.ejml.vector"), "jdk.incubator.vector.."),
                library("JMH", in(base, "benchmarks.."), "org.openjdk.jmh.."),
                library("picocli", in(base, "app.."), "picocli.."),
                library("progressbar", in(base, "app"), "me.tongfei.progressbar.."),
                library("Logback", in(base, "app.."), "ch.qos.logback.."),
                library("JCodec", in(base, "report.video"), "org.jcodec.."),
                library("XChart", in(base, "report.plot"), "org.knowm.xchart.."),
                library("ImageIO", in(base, "report.plot", "report.video"), "javax.imageio..", "org.w3c.dom.."));
    }

    private static DescribedPredicate<JavaClass> plugins() {
        return DescribedPredicate.describe(
                "plug-ins", javaClass -> Conditions.outermost(javaClass).isAssignableTo(Plugin.class));
    }

    private static ArchRule noOther(List<Library> libraries) {
        String[] known = Stream.concat(
                        EVERYWHERE.stream(), libraries.stream().flatMap(library -> library.packages().stream()))
                .toArray(String[]::new);
        return classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(known)
                .as("no library but those of the table")
                .because("each module's libraries are few and named; a new one is a decision");
    }

    private static Library library(String name, DescribedPredicate<JavaClass> home, String... packages) {
        return new Library(name, home, List.of(packages));
    }

    private record Library(String name, DescribedPredicate<JavaClass> home, List<String> packages) {

        ArchRule rule() {
            var used = dependOnClassesThat(resideInAnyPackage(packages.toArray(String[]::new)));
            return noClasses()
                    .should(elsewhere(home, used))
                    .as(name + " only in classes that " + home.getDescription())
                    .because("who changes a library changes one place");
        }
    }
}
