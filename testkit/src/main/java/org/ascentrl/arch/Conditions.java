package org.ascentrl.arch;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Conditions of the rules, beyond those of ArchUnit. */
final class Conditions {

    private Conditions() {}

    /** Classes in one of {@code packages}, which are relative to {@code base}. */
    static DescribedPredicate<JavaClass> in(String base, String... packages) {
        return resideInAnyPackage(
                Arrays.stream(packages).map(name -> base + "." + name).toArray(String[]::new));
    }

    /**
     * {@code condition}, asked of all classes but those at {@code home}. Unlike a rule about the classes elsewhere, a
     * rule with this condition also makes sense in a module whose classes are all at home.
     */
    static ArchCondition<JavaClass> elsewhere(
            DescribedPredicate<? super JavaClass> home, ArchCondition<JavaClass> condition) {
        return new ArchCondition<>(condition.getDescription() + " outside " + home.getDescription()) {
            @Override
            public void init(Collection<JavaClass> all) {
                condition.init(all);
            }

            @Override
            public void check(JavaClass item, ConditionEvents events) {
                if (!home.test(item)) {
                    condition.check(item, events);
                }
            }

            @Override
            public void finish(ConditionEvents events) {
                condition.finish(events);
            }
        };
    }

    static DescribedPredicate<JavaClass> nowhere() {
        return DescribedPredicate.alwaysFalse();
    }

    /** A condition broken by each text that {@code faults} finds. */
    static ArchCondition<JavaClass> haveNone(String what, Function<JavaClass, Stream<String>> faults) {
        return new ArchCondition<>("have no " + what) {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                faults.apply(item).forEach(fault -> events.add(SimpleConditionEvent.violated(item, fault)));
            }
        };
    }

    /**
     * Use none of {@code forbidden}.
     *
     * @param forbidden types, as {@code type}, and members of types and of their subtypes, as {@code type#name}
     */
    static ArchCondition<JavaClass> useNone(String... forbidden) {
        Set<String> names = Set.of(forbidden);
        return haveNone("use of " + String.join(", ", forbidden), item -> {
            Stream<String> types = item.getDirectDependenciesFromSelf().stream()
                    .filter(dependency ->
                            names.contains(dependency.getTargetClass().getName()))
                    .map(Dependency::getDescription);
            Stream<String> members = item.getAccessesFromSelf().stream()
                    .filter(access -> isAnyOf(names, access))
                    .map(JavaAccess::getDescription);
            return Stream.concat(types, members).distinct();
        });
    }

    private static boolean isAnyOf(Set<String> names, JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        return Stream.concat(Stream.of(owner), owner.getAllRawSuperclasses().stream())
                .anyMatch(type -> names.contains(type.getName() + "#" + access.getName()));
    }

    /** The class in whose file {@code nested} stands. */
    static JavaClass outermost(JavaClass nested) {
        JavaClass outer = nested;
        while (outer.getEnclosingClass().isPresent()) {
            outer = outer.getEnclosingClass().get();
        }
        return outer;
    }
}
