package org.ascentrl.arch;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static java.util.Collections.disjoint;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;
import static org.ascentrl.arch.Conditions.haveNone;
import static org.ascentrl.arch.Conditions.outermost;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.ascentrl.algorithm.Algorithm;
import org.ascentrl.env.Environment;
import org.ascentrl.env.registry.Task;
import org.ascentrl.env.wrapper.Wrapper;
import org.ascentrl.optim.Optimizer;
import org.ascentrl.policy.Policy;
import org.ascentrl.policy.network.Encoder;
import org.ascentrl.tensor.TensorBackend;
import org.ascentrl.wiring.Plugin;

/**
 * Every implementation of an SPI but wrappers has a test that extends the contract of the SPI, and mentions the implementation or who
 * makes it.
 */
public final class TckRules {

    private static final List<Contract> CONTRACTS = List.of(
            contract("TensorBackendTck", TensorBackend.class),
            contract("EnvironmentTck", Environment.class, Task.class),
            contract("OptimizerTck", Optimizer.class),
            contract("PolicyTck", Policy.class),
            contract("EncoderTck", Encoder.class),
            contract("AlgorithmTck", Algorithm.class));

    private TckRules() {}

    /**
     * A rule for each contract.
     *
     * @param tests the test classes of the module
     */
    public static List<ArchRule> all(JavaClasses tests) {
        return CONTRACTS.stream().map(contract -> contract.rule(tests)).toList();
    }

    private static Contract contract(String tck, Class<?>... spis) {
        return new Contract("org.ascentrl.tck." + tck, List.of(spis));
    }

    private record Contract(String tck, List<Class<?>> spis) {

        ArchRule rule(JavaClasses tests) {
            Set<String> mentioned = mentionedBy(tests);
            return classes()
                    .should(haveNone(
                            "implementation without a test",
                            type -> isImplementation(type) && disjoint(withMakers(type), mentioned)
                                    ? Stream.of(type.getDescription() + " is mentioned in no test that extends " + tck)
                                    : Stream.empty()))
                    .as(spis.stream().map(Class::getSimpleName).collect(joining(" and ", "every ", ""))
                            + " has a test that extends " + tck)
                    .because("an implementation proves itself by the contract of its SPI");
        }

        private boolean isImplementation(JavaClass type) {
            return spis.stream().anyMatch(type::isAssignableTo)
                    && !type.isAssignableTo(Wrapper.class)
                    && isConcrete(type);
        }

        /** Returns the classes that the files mention whose tests extend the contract. */
        private Set<String> mentionedBy(JavaClasses tests) {
            Set<String> files = tests.stream()
                    .filter(test -> test.isAssignableTo(tck) && isConcrete(test))
                    .map(test -> outermost(test).getName())
                    .collect(toSet());
            return tests.stream()
                    .filter(test -> files.contains(outermost(test).getName()))
                    .flatMap(test -> test.getDirectDependenciesFromSelf().stream())
                    .map(dependency -> dependency.getTargetClass().getName())
                    .collect(toSet());
        }

        /**
         * The names of {@code type}, of the classes that call its constructor, of those that call theirs, and so on; not
         * of plug-ins, which make everything.
         */
        private static Set<String> withMakers(JavaClass type) {
            Set<String> names = new HashSet<>();
            Deque<JavaClass> open = new ArrayDeque<>(Set.of(type));
            while (!open.isEmpty()) {
                JavaClass next = open.pop();
                if (!next.isAssignableTo(Plugin.class) && names.add(next.getName())) {
                    next.getConstructorCallsToSelf().forEach(call -> open.push(call.getOriginOwner()));
                }
            }
            return names;
        }

        private static boolean isConcrete(JavaClass type) {
            return !type.getModifiers().contains(JavaModifier.ABSTRACT);
        }
    }
}
