package org.ascentrl.archfixture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ascentrl.algorithm.reinforce.Reinforce;
import org.ascentrl.arch.CodeRules;
import org.ascentrl.arch.CoreRules;
import org.ascentrl.arch.LibraryRules;
import org.ascentrl.arch.TckRules;
import org.ascentrl.arch.TypeRules;
import org.ascentrl.arch.Violations;
import org.ascentrl.archfixture.tck.UntestedPolicy;
import org.ascentrl.archfixture.tck.UntestedTask;
import org.ascentrl.archfixture.tck.Untied;
import org.ascentrl.optim.Sgd;
import org.ascentrl.policy.network.MlpEncoder;
import org.ascentrl.testing.ReferenceBackend;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule names the classes that break it, and no others. */
class RulesTest {

    private static final String BASE = RulesTest.class.getPackageName();
    private static final JavaClasses FIXTURES = new ClassFileImporter().importPackages(BASE);
    private static final JavaClasses NONE = new ClassFileImporter().importClasses();

    /** The libraries that are not on the class path of core: their rules are broken in the modules that have them. */
    private static final List<String> ELSEWHERE = List.of(
            "EJML only",
            "Vector API only",
            "picocli only",
            "progressbar only",
            "JCodec only",
            "XChart only",
            "JMH only",
            "DJL only",
            "ND4J only",
            "Box2D only");

    private static final Tree LAYERS = new Tree("layers", CoreRules.core(BASE + ".layers"));
    private static final Tree CYCLES = new Tree("cycles", CoreRules.core(BASE + ".cycles"));
    private static final Tree LIBRARIES = new Tree("libraries", LibraryRules.all(BASE + ".libraries"));
    private static final Tree CODE = new Tree("code", CodeRules.all(BASE + ".code"));
    private static final Tree TYPES = new Tree("types", TypeRules.all());

    static Stream<Broken> layers() {
        return Stream.of(
                layer("settings", "settings.SettingsUsingState"),
                layer("state", "state.StateUsingRandom"),
                layer("settings.hocon", "settings.hocon.HoconUsingState"),
                layer("env.space", "env.space.SpaceUsingEnv"),
                layer("env.render", "env.render.RenderUsingEnv"),
                layer("env.vector", "env.vector.VectorUsingWrapper"),
                layer("env.registry", "env.registry.RegistryUsingTensor"),
                layer("env.check", "env.check.CheckUsingTensor"),
                layer("distribution", "distribution.DistributionUsingNn"),
                layer("policy.network", "policy.network.NetworkUsingOptim"),
                layer("actor", "actor.ActorUsingOptim"),
                layer("collect", "collect.CollectUsingOptim"),
                layer("random", "random.RandomUsingEnv"),
                layer("env", "env.EnvUsingTensor"),
                layer("env.wrapper", "env.wrapper.WrapperUsingTensor"),
                layer("tensor", "tensor.TensorUsingRandom"),
                layer("nn", "nn.NnUsingOptim"),
                layer("optim", "optim.OptimUsingNn"),
                layer("experience", "experience.ExperienceUsingNn"),
                layer("replay", "replay.ReplayUsingNn"),
                layer("policy", "policy.PolicyUsingOptim"),
                layer("algorithm", "algorithm.AlgorithmUsingOne"),
                layer("algorithm.*", "algorithm.one.OneUsingTraining"),
                layer("training", "training.TrainingUsingOne"),
                layer("sink", "sink.SinkUsingWiring"),
                layer("run", "run.RunUsingFrontDoor"),
                layer("wiring", "wiring.WiringUsingFrontDoor"),
                LAYERS.broken(BASE + ".layers may use", "FrontDoorUsingBackend"),
                LAYERS.broken("algorithms do not see each other", "algorithm.two.TwoUsingOne"),
                CYCLES.broken("no cycles between packages", "one.One", "two.Two"),
                LAYERS.broken(
                        "every package of core is a layer",
                        "app.AppUsingExamples",
                        "backend.djl.DjlUsingEjml",
                        "backend.ejml.BackendUsingEnvironments",
                        "backend.nd4j.Nd4jUsingDjl",
                        "benchmarks.BenchmarksUsingStranger",
                        "envs.box2d.Box2dUsingClassic",
                        "envs.classic.EnvironmentsUsingBackend",
                        "examples.ExamplesUsingStranger",
                        "report.ReportUsingApp",
                        "stranger.Stranger"));
    }

    static Stream<Broken> modules() {
        return Stream.of(
                module("layers", "backend.ejml..")
                        .broken(BASE + ".layers.backend.ejml.. may use", "backend.ejml.BackendUsingEnvironments"),
                module("layers", "backend.djl..")
                        .broken(BASE + ".layers.backend.djl.. may use", "backend.djl.DjlUsingEjml"),
                module("layers", "backend.nd4j..")
                        .broken(BASE + ".layers.backend.nd4j.. may use", "backend.nd4j.Nd4jUsingDjl"),
                module("layers", "envs.classic..")
                        .broken(BASE + ".layers.envs.classic.. may use", "envs.classic.EnvironmentsUsingBackend"),
                module("layers", "envs.box2d..")
                        .broken(BASE + ".layers.envs.box2d.. may use", "envs.box2d.Box2dUsingClassic"),
                module("layers", "report..").broken(BASE + ".layers.report.. may use", "report.ReportUsingApp"),
                module("layers", "app..").broken(BASE + ".layers.app.. may use", "app.AppUsingExamples"),
                module("layers", "examples..")
                        .broken(BASE + ".layers.examples.. may use", "examples.ExamplesUsingStranger"),
                module("layers", "benchmarks..")
                        .broken(BASE + ".layers.benchmarks.. may use", "benchmarks.BenchmarksUsingStranger"),
                module("modules", "backend.ejml..")
                        .broken(
                                "the classes of this module",
                                "benchmarks.Inside",
                                "envs.classic.Inside",
                                "examples.Inside"),
                module("modules", "envs.classic..")
                        .broken(
                                "the classes of this module",
                                "backend.ejml.Inside",
                                "benchmarks.Inside",
                                "examples.Inside"),
                module("modules", "examples..")
                        .broken(
                                "the classes of this module",
                                "backend.ejml.Inside",
                                "benchmarks.Inside",
                                "envs.classic.Inside"),
                module("modules", "benchmarks..")
                        .broken(
                                "the classes of this module",
                                "backend.ejml.Inside",
                                "envs.classic.Inside",
                                "examples.Inside"));
    }

    static Stream<Broken> libraries() {
        return Stream.of(
                LIBRARIES.broken("Guice only", "env.Libraries$OfGuice", "env.Libraries$OfInject"),
                LIBRARIES.broken("Config only", "env.Libraries$OfConfig"),
                LIBRARIES.broken("RecordBuilder only", "env.Libraries$OfRecordBuilder"),
                LIBRARIES.broken("Logback only", "env.Libraries$OfLogback"),
                LIBRARIES.broken("ImageIO only", "env.Libraries$OfImages", "env.Libraries$OfDocuments"),
                LIBRARIES.broken("no library but", "env.Libraries$Unlisted"));
    }

    static Stream<Broken> code() {
        return Stream.of(
                CODE.broken(
                        "no randomness",
                        "Randomness$OfRandom",
                        "Randomness$OfSplittable",
                        "Randomness$OfSecure",
                        "Randomness$OfThread",
                        "Randomness$OfFactory",
                        "Randomness$OfName",
                        "Randomness$OfDefault",
                        "Randomness$OfMath",
                        "Randomness$OfStrictMath",
                        "Randomness$OfShuffle"),
                CODE.broken(
                        "no look at the clock",
                        "Time$OfNanos",
                        "Time$OfMillis",
                        "Time$OfClock",
                        "Time$OfInstant",
                        "Time$OfDay",
                        "Time$OfLocal",
                        "Time$OfOffset",
                        "Time$OfZone",
                        "Time$OfDate"),
                CODE.broken("no standard streams", "Output$OfOut", "Output$OfError", "Output$OfTrace"),
                CODE.broken("no sleep", "Sleep$OfThread", "Sleep$OfUnit"),
                CODE.broken(
                        "no Java serialization",
                        "Serialization$Declared",
                        "Serialization$ByHand",
                        "Serialization$Reading",
                        "Serialization$Writing"),
                CODE.broken(
                        "no class loaded by its name",
                        "Loading$ByName",
                        "Loading$ByLoader",
                        "Loading$FromUrl",
                        "Loading$ByScript",
                        "Loading$ByScripts"));
    }

    static Stream<Broken> types() {
        return Stream.of(
                TYPES.broken("public classes are", "Extension$Open", "Extension$OpenBelowAbstract"),
                TYPES.broken(
                        "static fields are constants",
                        "Statics$OfVariable",
                        "Statics$OfPublicArray",
                        "Statics$OfProtectedArray",
                        "Statics$OfList",
                        "Statics$OfMap",
                        "Statics$OfConcurrentMap",
                        "Statics$OfAtomic",
                        "Statics$OfThread",
                        "Statics$OfText",
                        "Statics$OfBits",
                        "Statics$OfOwnType"),
                TYPES.broken("every package has a package-info", "unmarked.Unmarked"));
    }

    static Stream<Broken> contracts() {
        JavaClasses main = new ClassFileImporter()
                .importClasses(
                        ReferenceBackend.class,
                        UntestedTask.class,
                        Sgd.class,
                        UntestedPolicy.class,
                        MlpEncoder.class,
                        Reinforce.class);
        List<ArchRule> rules = TckRules.all(new ClassFileImporter().importClasses(Untied.class));
        return Stream.of(
                new Broken(rules, "every TensorBackend", main, Set.of(ReferenceBackend.class.getName())),
                new Broken(rules, "every Environment", main, Set.of(UntestedTask.class.getName())),
                new Broken(rules, "every Optimizer", main, Set.of(Sgd.class.getName())),
                new Broken(rules, "every Policy", main, Set.of(UntestedPolicy.class.getName())),
                new Broken(rules, "every Encoder", main, Set.of(MlpEncoder.class.getName())),
                new Broken(rules, "every Algorithm", main, Set.of(Reinforce.class.getName())));
    }

    static Stream<Broken> all() {
        return Stream.of(layers(), modules(), libraries(), code(), types(), contracts())
                .flatMap(table -> table);
    }

    @ParameterizedTest
    @MethodSource("all")
    void namesTheClassesThatBreakIt(Broken broken) {
        assertThat(Violations.of(broken.rule(), broken.classes())).isEqualTo(broken.offenders());
    }

    @ParameterizedTest
    @MethodSource("all")
    void failsWhereThereIsNothingToCheck(Broken broken) {
        assertThatThrownBy(() -> broken.rule().check(NONE))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("failed to check any classes");
    }

    @Test
    void aLayerWithoutClassesFails() {
        ArchRule state = Violations.ruleNamed(BASE + ".cycles.state may use", CYCLES.rules());

        assertThatThrownBy(() -> state.check(CYCLES.classes())).hasMessageContaining("failed to check any classes");
    }

    @Test
    void everyRuleIsBroken() {
        Set<String> broken = all().map(each -> each.rule().getDescription()).collect(Collectors.toSet());

        assertThat(Stream.of(LAYERS, LIBRARIES, CODE, TYPES)
                        .flatMap(tree -> tree.rules().stream())
                        .map(ArchRule::getDescription)
                        .filter(rule -> ELSEWHERE.stream().noneMatch(rule::startsWith)))
                .isSubsetOf(broken);
    }

    @Test
    void anUnknownModuleIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CoreRules.module(BASE, "envs.atari.."))
                .withMessage(
                        "envs.atari..: no such module. There are [backend.ejml.., backend.djl.., backend.nd4j.., envs.classic.., envs.box2d.., report.., app.., examples.., benchmarks..]");
    }

    private static Broken layer(String packages, String offender) {
        return LAYERS.broken(BASE + ".layers." + packages + " may use", offender);
    }

    private static Tree module(String tree, String packages) {
        return new Tree(tree, CoreRules.module(BASE + "." + tree, packages));
    }

    /** Fixtures below a base of their own, and the rules for that base. */
    private record Tree(String name, JavaClasses classes, List<ArchRule> rules) {

        Tree(String name, List<ArchRule> rules) {
            this(name, FIXTURES.that(resideInAPackage(BASE + "." + name + "..")), rules);
        }

        /** @param offenders relative to the base */
        Broken broken(String rule, String... offenders) {
            return new Broken(
                    rules,
                    rule,
                    classes,
                    Arrays.stream(offenders)
                            .map(offender -> BASE + "." + name + "." + offender)
                            .collect(Collectors.toSet()));
        }
    }

    /** A rule, and all classes among {@code classes} that break it. */
    private record Broken(ArchRule rule, JavaClasses classes, Set<String> offenders) {

        Broken(List<ArchRule> rules, String name, JavaClasses classes, Set<String> offenders) {
            this(Violations.ruleNamed(name, rules), classes, offenders);
        }

        @Override
        public String toString() {
            return rule.getDescription();
        }
    }
}
