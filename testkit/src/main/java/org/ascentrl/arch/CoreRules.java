package org.ascentrl.arch;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The allowed dependencies between the packages of core and the modules around it. */
public final class CoreRules {

    /** The package that all of Ascent stands in. */
    public static final String BASE = "org.ascentrl";

    /** The annotation of a setting: every layer may use it. */
    private static final String SETTINGS = "settings";

    private static final String FRONT_DOOR = "";

    /** The packages of core, in ArchUnit's notation. What a layer may use, those who may use the layer may use too. */
    private static final List<Layer> CORE = List.of(
            layer(SETTINGS).mayUse(),
            layer("settings.hocon").mayUse(),
            layer("state").mayUse(),
            layer("random").mayUse("state"),
            layer("env.space").mayUse("random"),
            layer("env.render").mayUse(),
            layer("env").mayUse("env.space", "env.render"),
            layer("env.vector").mayUse("env"),
            layer("env.wrapper").mayUse("env"),
            layer("env.registry").mayUse("env.vector", "env.wrapper"),
            layer("env.check").mayUse("env.registry"),
            layer("tensor").mayUse("state"),
            layer("nn").mayUse("tensor"),
            layer("optim").mayUse("tensor"),
            layer("experience").mayUse("env", "tensor"),
            layer("replay").mayUse("experience"),
            layer("distribution").mayUse("env.space", "tensor"),
            layer("policy").mayUse("distribution", "experience", "nn"),
            layer("policy.network").mayUse("policy"),
            layer("actor").mayUse("policy"),
            layer("algorithm").mayUse("actor", "optim", "replay", "policy.network"),
            layer("algorithm.*").mayUse("algorithm"),
            layer("collect").mayUse("actor", "env.vector"),
            layer("training").mayUse("algorithm", "collect"),
            layer("sink").mayUse("training"),
            layer("wiring").mayUse("sink", "algorithm.*", "env.registry", "settings.hocon"),
            layer("run").mayUse("wiring"),
            layer(FRONT_DOOR).mayUse("run", "env.check"));

    /** The modules around core, each with the packages below its own. */
    private static final List<Layer> MODULES = List.of(
            layer("backend.ejml..").mayUse(FRONT_DOOR),
            layer("backend.djl..").mayUse(FRONT_DOOR),
            layer("backend.nd4j..").mayUse(FRONT_DOOR),
            layer("envs.classic..").mayUse(FRONT_DOOR),
            layer("envs.box2d..").mayUse(FRONT_DOOR),
            layer("report..").mayUse(FRONT_DOOR),
            layer("app..").mayUse("report..", "backend.ejml..", "envs.classic.."),
            layer("examples..").mayUse("app.."),
            layer("benchmarks..").mayUse("backend.ejml..", "envs.classic.."));

    private CoreRules() {}

    /**
     * The rules of core: a rule for each layer, no cycles, and algorithms that do not see each other.
     *
     * @param base the package that the layers stand in
     */
    public static List<ArchRule> core(String base) {
        Stream<ArchRule> layers = CORE.stream().map(layer -> layer(base, layer));
        return Stream.concat(layers, Stream.of(everyPackageIsALayer(base), noCycles(base), algorithmsApart(base)))
                .toList();
    }

    /**
     * The rules of a module around core: it stands in its own package, and uses only the modules it may use.
     *
     * @param base the package that the layers stand in
     * @param packages the module's row of the table, such as {@code backend.ejml..}
     */
    public static List<ArchRule> module(String base, String packages) {
        Layer module = MODULES.stream()
                .filter(layer -> layer.packages().equals(packages))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(packages + ": no such module. There are "
                        + MODULES.stream().map(Layer::packages).toList()));
        return List.of(layer(base, module), moduleStandsInItsPackage(base, module));
    }

    private static ArchRule layer(String base, Layer layer) {
        String[] allowed = allowed(base, layer);
        return noClasses()
                .that()
                .resideInAPackage(layer.in(base))
                .should()
                .dependOnClassesThat(resideInAPackage(base + "..").and(not(resideInAnyPackage(allowed))))
                .as(layer.in(base) + " may use no other packages of Ascent than " + String.join(", ", allowed))
                .because("that is its row in the table of layers");
    }

    private static ArchRule everyPackageIsALayer(String base) {
        return classes()
                .should()
                .resideInAnyPackage(CORE.stream().map(layer -> layer.in(base)).toArray(String[]::new))
                .as("every package of core is a layer")
                .because("a package that stands in no row of the table of layers is bound by none");
    }

    private static ArchRule moduleStandsInItsPackage(String base, Layer module) {
        return classes()
                .should()
                .resideInAPackage(module.in(base))
                .as("the classes of this module stand in " + module.in(base))
                .because("a package that stands in no row of the table of layers is bound by none");
    }

    private static ArchRule noCycles(String base) {
        return slices().assignedFrom(new Packages(base))
                .should()
                .beFreeOfCycles()
                .as("no cycles between packages")
                .because("packages that need each other are one package");
    }

    private static ArchRule algorithmsApart(String base) {
        return slices().matching(base + ".algorithm.(*)..")
                .should()
                .notDependOnEachOther()
                .as("algorithms do not see each other")
                .because("what two algorithms share is a function beside them, in the package algorithm");
    }

    private static String[] allowed(String base, Layer layer) {
        Set<String> reached = new HashSet<>();
        reach(SETTINGS, reached);
        reach(layer.packages(), reached);
        return table().filter(each -> reached.contains(each.packages()))
                .map(each -> each.in(base))
                .toArray(String[]::new);
    }

    private static void reach(String packages, Set<String> reached) {
        if (reached.add(packages)) {
            table().filter(layer -> layer.packages().equals(packages))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(packages + ": no such layer"))
                    .uses()
                    .forEach(used -> reach(used, reached));
        }
    }

    private static Stream<Layer> table() {
        return Stream.concat(CORE.stream(), MODULES.stream());
    }

    private static Layer layer(String packages) {
        return new Layer(packages, List.of());
    }

    /**
     * A row of the table.
     *
     * @param packages of the layer, relative to the base
     * @param uses the layers it may use, other than itself
     */
    private record Layer(String packages, List<String> uses) {

        Layer mayUse(String... others) {
            return new Layer(packages, List.of(others));
        }

        String in(String base) {
            return packages.isEmpty() ? base : base + "." + packages;
        }
    }

    /** Each package is a slice. */
    private record Packages(String base) implements SliceAssignment {

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
            String name = javaClass.getPackageName();
            return name.equals(base) || name.startsWith(base + ".")
                    ? SliceIdentifier.of(name)
                    : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "packages of " + base;
        }
    }
}
